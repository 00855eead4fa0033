package org.batchuploader.geonetwork.registry;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.batchuploader.core.publish.Difference;
import org.batchuploader.core.publish.Expected;
import org.batchuploader.core.publish.Inventory;
import org.batchuploader.core.publish.Link;
import org.batchuploader.core.publish.Marked;
import org.batchuploader.core.publish.MetadataRegistry;
import org.batchuploader.core.publish.Placement;
import org.batchuploader.core.publish.Publication;
import org.batchuploader.geonetwork.client.CswClient;

/**
 * Records in any catalogue that speaks CSW-T 2.0.2: ISO 19139, valid by
 * {@link org.batchuploader.geonetwork.iso.IsoRules} before they are sent. A record is replaced and removed only when it
 * describes our layer.
 */
public final class CswRegistry implements MetadataRegistry, Inventory {
    static final String SYSTEM = CswClient.SYSTEM;

    private static final Pattern IDENTIFIER =
            Pattern.compile("fileIdentifier>\\s*<[^>]*CharacterString[^>]*>\\s*([0-9a-fA-F-]{36})\\s*<");

    private final CswClient client;
    private final URI publicAddress;
    private final Registration registration;
    private final RecordInventory inventory;

    /** @param publicAddress of the catalogue's CSW as people reach it, without the parameters of a request */
    public CswRegistry(CswClient client, URI publicAddress, RecordDefaults defaults) {
        this.client = client;
        this.publicAddress = publicAddress;
        this.registration = new Registration(new Store(), defaults);
        this.inventory = new RecordInventory(new Store());
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

        @Override
        public void ofResources(String prefix, BiConsumer<String, String> each) {
            client.with(prefix, record -> {
                String text = new String(record, StandardCharsets.UTF_8);
                Matcher uuid = IDENTIFIER.matcher(text);
                Matcher resource = Mark.RESOURCE.matcher(text);
                if (uuid.find() && resource.find()) {
                    each.accept(uuid.group(1), resource.group(1));
                }
            });
        }
    }
}
