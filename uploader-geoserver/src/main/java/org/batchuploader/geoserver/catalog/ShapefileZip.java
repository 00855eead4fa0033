package org.batchuploader.geoserver.catalog;

import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.batchuploader.core.inspect.DatasetFiles;
import org.batchuploader.core.inspect.ProblemCode;
import org.batchuploader.core.inspect.SourceFile;
import org.batchuploader.core.publish.Publication;
import org.batchuploader.core.remote.RemoteRefused;
import org.batchuploader.geoserver.client.StreamedFile;

/** The parts of a shapefile that GeoServer reads, zipped under names of ours; a missing or bad index is made anew. */
final class ShapefileZip implements StreamedFile {
    private static final List<String> PARTS = List.of("dbf", "prj", "cpg");

    private final List<ZipEntrySource> entries = new ArrayList<>();

    ShapefileZip(Publication publication) {
        DatasetFiles files = publication.files();
        String layer = publication.name();
        Path shp = files.find("shp")
                .map(SourceFile::path)
                .orElseThrow(() -> new RemoteRefused(GeoServerCatalog.SYSTEM, "There is no .shp among the files."));
        add(layer + ".shp", () -> Files.newInputStream(shp));
        boolean rebuilt =
                publication.inspection().problems().stream().anyMatch(p -> p.code() == ProblemCode.SHX_REBUILT);
        Path shx = files.find("shx").map(SourceFile::path).orElse(null);
        add(layer + ".shx", shx == null || rebuilt ? () -> ShxIndex.of(shp) : () -> Files.newInputStream(shx));
        for (String part : PARTS) {
            files.find(part).ifPresent(file -> add(layer + "." + part, () -> Files.newInputStream(file.path())));
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
