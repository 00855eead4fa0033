package org.batchuploader.geonode.portal;

import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.batchuploader.core.publish.Publication;
import org.batchuploader.geonode.client.GeoNodeClient;
import org.batchuploader.remote.Repeats;
import org.batchuploader.testkit.fake.FakeGeoNode;

/** A fake GeoNode, and the layers of the GeoServer behind it, which are there whenever they are not taken away. */
final class TiedFakes implements AutoCloseable {
    static final URI PUBLIC = URI.create("https://maps.example.org");

    final FakeGeoNode geonode =
            new FakeGeoNode(0).user("maria", "marias", "maria@example.org").user("bob", "bobs", "");

    /** Names of layers that GeoServer does not have. */
    final Set<String> missing = ConcurrentHashMap.newKeySet();

    final PortalSettings settings = PortalSettings.at(PUBLIC).withPatience(Duration.ofSeconds(3), Duration.ofMillis(5));

    TiedFakes() {
        geonode.seeing((workspace, store) -> {
            String name = store.replaceFirst("_[^_]*$", "");
            return missing.contains(name) ? Map.of() : Map.of(name, name);
        });
    }

    static CatalogLayer layer(Publication publication) {
        String store = publication.name() + "_" + publication.layer().value();
        return new CatalogLayer("up", store, publication.name());
    }

    GeoNodeClient client() {
        return client(FakeGeoNode.ADMINISTRATOR, FakeGeoNode.PASSWORD);
    }

    GeoNodeClient client(String user, String password) {
        return GeoNodeClient.at(geonode.address())
                .credentials(user, password)
                .answerLimit(Duration.ofSeconds(2))
                .repeats(Repeats.NEVER)
                .build();
    }

    @Override
    public void close() {
        geonode.close();
    }
}
