package org.batchuploader.geonetwork.registry;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.batchuploader.core.publish.Link;
import org.batchuploader.core.publish.MetadataRegistry;
import org.batchuploader.core.publish.Placement;
import org.batchuploader.core.publish.Publication;
import org.batchuploader.geonetwork.client.CswClient;

/**
 * Records in any catalogue that speaks CSW-T 2.0.2: ISO 19139, valid by
 * {@link org.batchuploader.geonetwork.iso.IsoRules} before they are sent. A record is replaced and removed only when it
 * describes our layer.
 */
public final class CswRegistry implements MetadataRegistry {
    static final String SYSTEM = CswClient.SYSTEM;

    private final CswClient client;
    private final URI publicAddress;
    private final Registration registration;

    /** @param publicAddress of the catalogue's CSW as people reach it, without the parameters of a request */
    public CswRegistry(CswClient client, URI publicAddress, RecordDefaults defaults) {
        this.client = client;
        this.publicAddress = publicAddress;
        this.registration = new Registration(new Store(), defaults);
    }

    @Override
    public Placement plan(Publication publication) {
        Mark mark = Mark.of(publication);
        String separator = publicAddress.getRawQuery() == null ? "?" : "&";
        String address = publicAddress + separator
                + "service=CSW&version=2.0.2&request=GetRecordById&elementSetName=full"
                + "&outputSchema=http://www.isotc211.org/2005/gmd&id=" + mark.uuid();
        return new Placement(
                mark.ref(), List.of(new Link("record", address, "Metadata record (ISO 19139)")), mark.uuid());
    }

    @Override
    public Placement put(Publication publication) {
        return registration.put(publication, plan(publication));
    }

    @Override
    public void remove(Placement placement) {
        registration.remove(placement);
    }

    private final class Store implements RecordStore {
        @Override
        public String system() {
            return SYSTEM;
        }

        @Override
        public Optional<String> picture(Publication publication) {
            return Optional.empty();
        }

        @Override
        public Optional<byte[]> find(String uuid) {
            return client.record(uuid);
        }

        @Override
        public void put(Publication publication, byte[] record) {
            client.put(record);
        }

        @Override
        public void delete(String uuid) {
            client.delete(uuid);
        }
    }
}
