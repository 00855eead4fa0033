package org.batchuploader.geoserver.catalog;

import java.nio.file.Path;
import java.util.List;
import java.util.OptionalLong;
import org.batchuploader.core.publish.LayerCatalog;
import org.batchuploader.testkit.fake.FakeGeoServer;
import org.batchuploader.testkit.fake.Fault;
import org.batchuploader.testkit.publish.LayerCatalogContract;
import org.batchuploader.testkit.publish.Trouble;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** The contract of every catalog, for one way of bringing data to a GeoServer. */
@SuppressWarnings("NullAway.Init")
abstract class FakedCatalog extends LayerCatalogContract {
    @RegisterExtension
    final Faked faked = new Faked();

    final FakeGeoServer fake = faked.geoserver;

    @TempDir
    Path temp;

    LayerCatalog catalog;

    abstract DataWay way();

    /** The call that brings the data. */
    abstract String carrying();

    @BeforeEach
    void begin() {
        catalog = faked.catalog(way());
    }

    @Override
    protected LayerCatalog catalog() {
        return catalog;
    }

    @Override
    protected OptionalLong served(String layerName) {
        return fake.served("up", layerName);
    }

    @Override
    protected List<Trouble> troubles() {
        Runnable end = fake.faults()::clear;
        return List.of(
                Trouble.unavailable("the server is down for maintenance", on(carrying(), Fault.DOWN), end),
                Trouble.unavailable(
                        "the connection breaks before the data are there", on(carrying(), Fault.RESET), end),
                Trouble.unavailable("the answer to the data is lost", on(carrying(), Fault.LOSE_ANSWER), end),
                Trouble.unavailable("the server goes down before the type", on("featuretype.create", Fault.DOWN), end),
                Trouble.unavailable("the answer to the type is lost", on("featuretype.create", Fault.LOSE_ANSWER), end),
                Trouble.refusing("the type is refused", on("featuretype.create", Fault.REFUSE), end),
                Trouble.refusing("a type made with 201 that is not there", on("featuretype.create", Fault.LIE), end),
                Trouble.refusing("WFS counts more than there are", on("wfs.getfeature", Fault.LIE), end),
                Trouble.refusing("a map of status 200 that is an exception", on("wms.getmap", Fault.LIE), end));
    }

    Runnable on(String operation, Fault fault) {
        return () -> fake.faults().on(operation, fault);
    }
}
