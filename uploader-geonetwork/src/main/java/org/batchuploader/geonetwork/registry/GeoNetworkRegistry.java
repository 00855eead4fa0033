package org.batchuploader.geonetwork.registry;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.batchuploader.core.publish.Link;
import org.batchuploader.core.publish.MetadataRegistry;
import org.batchuploader.core.publish.Placement;
import org.batchuploader.core.publish.Publication;
import org.batchuploader.geonetwork.client.GeoNetworkClient;
import org.batchuploader.remote.RemoteException;
import org.batchuploader.remote.StreamedBody;
import org.batchuploader.remote.port.RemoteCalls;
import org.jspecify.annotations.Nullable;

/**
 * Records in a GeoNetwork by its REST: ISO 19139, valid by {@link org.batchuploader.geonetwork.iso.IsoRules} before they
 * are sent, with the layer's picture attached, seen by the groups that are told. A record is replaced and removed only
 * when it describes our layer.
 */
public final class GeoNetworkRegistry implements MetadataRegistry {
    static final String SYSTEM = "GeoNetwork";

    private static final String PICTURE = "thumbnail.png";

    private final GeoNetworkClient client;
    private final URI publicAddress;
    private final Audience audience;
    private final Registration registration;

    /**
     * Who may see the records.
     *
     * @param everybody whether all may
     * @param group that owns the records and may edit them, by its name; absent for the first one of the user called with
     */
    public record Audience(boolean everybody, @Nullable String group) {}

    /** @param publicAddress of GeoNetwork as people reach it, up to and with the context path */
    public GeoNetworkRegistry(GeoNetworkClient client, URI publicAddress, Audience audience, RecordDefaults defaults) {
        this.client = client;
        this.publicAddress = publicAddress;
        this.audience = audience;
        this.registration = new Registration(new Store(), defaults);
    }

    @Override
    public Placement plan(Publication publication) {
        Mark mark = Mark.of(publication);
        Link record = new Link(
                "record", base() + "/srv/eng/catalog.search#/metadata/" + mark.uuid(), "Metadata record in GeoNetwork");
        return new Placement(mark.ref(), List.of(record), mark.uuid());
    }

    @Override
    public Placement put(Publication publication) {
        Placement placement = plan(publication);
        return RemoteCalls.translated(SYSTEM, () -> {
            registration.put(publication, Mark.of(placement));
            return placement;
        });
    }

    @Override
    public void remove(Placement placement) {
        Mark mark = Mark.of(placement);
        RemoteCalls.translated(SYSTEM, () -> {
            registration.remove(mark);
            return mark;
        });
    }

    private String base() {
        return publicAddress.toString().replaceAll("/+$", "");
    }

    /** Pictures are where people reach GeoNetwork, not where we do. */
    private final class Store implements RecordStore {
        @Override
        public String system() {
            return SYSTEM;
        }

        @Override
        public Optional<String> picture(Publication publication) {
            return publication.thumbnail() == null
                    ? Optional.empty()
                    : Optional.of(base() + "/srv/api/records/" + publication.identifier() + "/attachments/" + PICTURE);
        }

        @Override
        public Optional<byte[]> find(String uuid) {
            return client.record(uuid);
        }

        @Override
        public void put(Publication publication, byte[] record) {
            String uuid = publication.identifier();
            Integer group = group();
            client.put(uuid, record, group, audience.everybody());
            if (group != null) {
                client.share(uuid, group, true);
            }
            if (publication.thumbnail() != null) {
                client.attach(uuid, PICTURE, "image/png", StreamedBody.of(publication.thumbnail()));
            }
        }

        private @Nullable Integer group() {
            String name = audience.group();
            if (name == null) {
                return null;
            }
            OptionalInt number = client.group(name);
            if (number.isEmpty()) {
                throw new RemoteException.Refused(SYSTEM, "GeoNetwork has no group \"" + name + "\".");
            }
            return number.getAsInt();
        }

        @Override
        public void delete(String uuid) {
            client.delete(uuid);
        }
    }
}
