package org.batchuploader.geoserver.catalog;

import java.net.URI;
import java.time.Duration;
import org.batchuploader.core.publish.LayerCatalog;
import org.batchuploader.geoserver.client.GeoServerClient;
import org.batchuploader.remote.Repeats;
import org.batchuploader.testkit.fake.FakeGeoServer;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** A fake GeoServer for one test, and catalogs of its workspace {@code up}. */
final class Faked implements AfterEachCallback {
    final FakeGeoServer geoserver = new FakeGeoServer(0).credentials("admin", "secret-word");

    final GeoServerClient client = GeoServerClient.at(geoserver.address())
            .credentials("admin", "secret-word")
            .connectLimit(Duration.ofSeconds(5))
            .answerLimit(Duration.ofSeconds(20))
            .repeats(Repeats.NEVER)
            .build();

    LayerCatalog catalog(DataWay way) {
        return new GeoServerCatalog(
                client, URI.create("https://maps.example/geoserver"), new WorkspaceRule.One("up"), way);
    }

    @Override
    public void afterEach(ExtensionContext context) {
        geoserver.close();
    }
}
