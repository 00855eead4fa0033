package org.batchuploader.geonetwork.registry;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.batchuploader.core.publish.Difference;
import org.batchuploader.core.publish.Expected;
import org.batchuploader.core.publish.Inventory;
import org.batchuploader.core.publish.Link;
import org.batchuploader.core.publish.Marked;
import org.batchuploader.core.publish.MetadataRegistry;
import org.batchuploader.core.publish.Placement;
import org.batchuploader.core.publish.Publication;
import org.batchuploader.geonetwork.client.BrokenRule;
import org.batchuploader.geonetwork.client.GeoNetworkClient;
import org.batchuploader.remote.RemoteException;
import org.batchuploader.remote.StreamedBody;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Records in a GeoNetwork by its REST: ISO 19139, valid by {@link org.batchuploader.geonetwork.iso.IsoRules} before they
 * are sent, with the layer's picture attached, seen by the groups that are told. A record is replaced and removed only
 * when it describes our layer.
 */
public final class GeoNetworkRegistry implements MetadataRegistry, Inventory {
    static final String SYSTEM = GeoNetworkClient.SYSTEM;

    private static final Logger log = LoggerFactory.getLogger(GeoNetworkRegistry.class);

    private static final String PICTURE = "thumbnail.png";

    private final GeoNetworkClient client;
    private final URI publicAddress;
    private final Audience audience;
    private final Registration registration;
    private final RecordInventory inventory;

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
        this.inventory = new RecordInventory(new Store());
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
        return registration.put(publication, plan(publication));
    }

    @Override
    public void remove(Placement placement) {
        registration.remove(placement);
    }

    @Override
    public String system() {
        return SYSTEM;
    }

    @Override
    public List<Difference> look(Expected expected) {
        return inventory.look(expected);
    }

    @Override
    public void marked(Consumer<Marked> each) {
        inventory.marked(each);
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
                share(uuid, group);
            }
            if (publication.thumbnail() != null) {
                attach(uuid, publication.thumbnail());
            }
            validate(publication);
        }

        private void share(String uuid, int group) {
            client.share(uuid, group, true);
            if (!client.shared(uuid, group).containsAll(List.of("view", "editing"))) {
                throw new RemoteException.Refused(
                        SYSTEM,
                        "GeoNetwork says that it let the group \"" + audience.group() + "\" edit the record " + uuid
                                + ", and does not let it.");
            }
        }

        private void attach(String uuid, Path picture) {
            client.attach(uuid, PICTURE, "image/png", StreamedBody.of(picture));
            if (!client.attached(uuid).contains(PICTURE)) {
                throw new RemoteException.Refused(
                        SYSTEM, "GeoNetwork says that it took the picture of the record " + uuid + ", and has none.");
            }
        }

        /** What GeoNetwork's rules ask for beyond ours is for its editors, and no reason to be without the record. */
        private void validate(Publication publication) {
            try {
                for (BrokenRule broken : client.validate(publication.identifier())) {
                    log.atWarn()
                            .addKeyValue("layer", publication.name())
                            .addKeyValue("record", publication.identifier())
                            .addKeyValue("rules", broken.report())
                            .log("GeoNetwork finds in the record: {}", broken.sentence());
                }
            } catch (RemoteException e) {
                log.atWarn()
                        .addKeyValue("layer", publication.name())
                        .addKeyValue("reason", e.getMessage())
                        .log("GeoNetwork does not validate the record");
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

        @Override
        public void ofResources(String prefix, BiConsumer<String, String> each) {
            client.ofResources(prefix, each);
        }
    }
}
