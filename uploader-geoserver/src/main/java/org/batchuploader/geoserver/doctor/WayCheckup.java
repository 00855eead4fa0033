package org.batchuploader.geoserver.doctor;

import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.batchuploader.core.doctor.Finding;
import org.batchuploader.geoserver.catalog.DataWay;
import org.batchuploader.geoserver.client.GeoServerClient;
import org.batchuploader.remote.RemoteException;

/** Looks at the way data come to a GeoServer, as far as that can be seen without bringing any. */
record WayCheckup(GeoServerClient client, DataWay way) {
    private static final int MOST_WORKSPACES = 20;
    private static final int MOST_STORES = 20;
    private static final List<String> IDENTIFYING = List.of("host", "port", "database", "schema");

    List<Finding> examine() {
        if (way instanceof DataWay.SharedDisk disk) {
            return List.of(disk(disk));
        }
        if (way instanceof DataWay.Tables tables) {
            Finding database = database(tables.connection());
            return tables.rasters() instanceof DataWay.SharedDisk disk
                    ? List.of(database, disk(disk))
                    : List.of(database);
        }
        return List.of();
    }

    private static Finding disk(DataWay.SharedDisk disk) {
        String what = "disk shared with GeoServer";
        if (!Files.isDirectory(disk.root())) {
            return Finding.bad(what, "there is no folder " + disk.root(), "Make or mount it.");
        }
        if (!Files.isWritable(disk.root())) {
            return Finding.bad(
                    what,
                    disk.root() + " cannot be written to",
                    "Give the user that the uploader runs as the right to write.");
        }
        return Finding.good(
                what,
                disk.root() + " can be written to; whether GeoServer sees it as " + disk.seenAs()
                        + " only --probe tells");
    }

    /** A store of ours that is there is asked for its tables, for which GeoServer has to connect. */
    private Finding database(Map<String, String> connection) {
        String what = "from GeoServer to PostGIS";
        try {
            for (String workspace :
                    client.workspaces().names().stream().limit(MOST_WORKSPACES).toList()) {
                Optional<String> declared = client.stores().names(workspace).stream()
                        .limit(MOST_STORES)
                        .filter(store -> isOf(connection, workspace, store))
                        .findFirst();
                if (declared.isPresent()) {
                    client.resources().available(workspace, declared.get());
                    return Finding.good(what, "GeoServer reads the database");
                }
            }
            return Finding.good(what, "no store is declared yet; the first layer, or --probe, will tell");
        } catch (RemoteException e) {
            return Finding.bad(
                    what,
                    "GeoServer cannot read the database: " + e.getMessage(),
                    "Check that GeoServer's machine reaches the database under the host and port that are configured for it.");
        }
    }
    /** Whether it is a store of that database, whatever its name. */
    private boolean isOf(Map<String, String> connection, String workspace, String store) {
        return client.stores()
                .find(workspace, store)
                .filter(found -> IDENTIFYING.stream()
                        .allMatch(key -> Objects.equals(
                                connection.get(key), found.parameters().get(key))))
                .isPresent();
    }
}
