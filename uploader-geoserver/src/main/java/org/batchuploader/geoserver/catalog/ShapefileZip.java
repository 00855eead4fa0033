package org.batchuploader.geoserver.catalog;

import java.io.InputStream;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import org.batchuploader.core.inspect.DatasetFiles;
import org.batchuploader.core.publish.Publication;
import org.batchuploader.core.remote.RemoteRefused;
import org.batchuploader.remote.StreamedBody;

/** The parts of a shapefile that GeoServer reads, zipped under names of ours. That they are whole is the inspector's to see to. */
final class ShapefileZip implements StreamedBody {
    static final List<String> PARTS = List.of("shp", "shx", "dbf", "prj", "cpg");

    private final List<ZipEntrySource> entries = new ArrayList<>();

    ShapefileZip(Publication publication) {
        DatasetFiles files = publication.files();
        if (files.find("shp").isEmpty()) {
            throw new RemoteRefused(GeoServerCatalog.SYSTEM, "There is no .shp among the files.");
        }
        for (String part : PARTS) {
            files.find(part)
                    .ifPresent(file -> add(publication.name() + "." + part, () -> Files.newInputStream(file.path())));
        }
    }

    private void add(String name, ZipEntrySource.Opening content) {
        entries.add(new ZipEntrySource(name, content));
    }

    @Override
    public InputStream open() {
        return new ZippingInputStream(entries);
    }
}
