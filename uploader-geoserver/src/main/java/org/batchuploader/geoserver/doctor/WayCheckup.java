package org.batchuploader.geoserver.doctor;

import java.nio.file.Files;
import java.util.List;
import java.util.Optional;
import org.batchuploader.core.doctor.Finding;
import org.batchuploader.geoserver.catalog.DataWay;
import org.batchuploader.geoserver.client.GeoServerClient;
import org.batchuploader.remote.RemoteException;

/** Looks at the way data come to a GeoServer, as far as that can be seen without bringing any. */
record WayCheckup(GeoServerClient client, DataWay way) {
    private static final int MOST_WORKSPACES = 20;

    List<Finding> examine() {
        if (way instanceof DataWay.SharedDisk disk) {
            return List.of(disk(disk));
        }
        if (way instanceof DataWay.Tables tables) {
            Finding database = database();
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

    /** A store that is there is asked for its tables, for which GeoServer has to connect. */
    private Finding database() {
        String what = "from GeoServer to PostGIS";
        try {
            Optional<String> declared = client.workspaces().names().stream()
                    .limit(MOST_WORKSPACES)
                    .filter(workspace -> client.stores().exists(workspace, DataWay.TABLE_STORE))
                    .findFirst();
            if (declared.isEmpty()) {
                return Finding.good(what, "no store is declared yet; the first layer, or --probe, will tell");
            }
            client.resources().available(declared.get(), DataWay.TABLE_STORE);
            return Finding.good(what, "GeoServer reads the database");
        } catch (RemoteException e) {
            return Finding.bad(
                    what,
                    "GeoServer cannot read the database: " + e.getMessage(),
                    "Check that GeoServer's machine reaches the database under the host and port that are configured for it.");
        }
    }
}
