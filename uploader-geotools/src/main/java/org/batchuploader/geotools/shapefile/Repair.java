package org.batchuploader.geotools.shapefile;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.batchuploader.core.bundle.PartName;
import org.batchuploader.core.inspect.DatasetFiles;
import org.batchuploader.core.inspect.Field;
import org.batchuploader.core.inspect.Part;
import org.batchuploader.core.inspect.PartSink;
import org.batchuploader.core.inspect.SourceFile;
import org.batchuploader.geotools.DamagedFile;

/** Writes the parts of a shapefile anew, in streams; what was delivered is not touched. */
final class Repair {
    private static final Set<String> WRITTEN = Set.of("shp", "shx", "dbf", "cpg", "cst");
    /** Spatial and attribute indexes, which no longer fit. */
    private static final Set<String> OUTDATED =
            Set.of("sbn", "sbx", "qix", "fbn", "fbx", "ain", "aih", "atx", "ixs", "mxs");

    private final DatasetFiles files;
    private final Findings findings;
    private final SourceFile shp;

    Repair(DatasetFiles files, Findings findings) {
        this.files = files;
        this.findings = findings;
        this.shp = files.find("shp").orElseThrow();
    }

    List<Part> write(PartSink sink) throws IOException, DamagedFile {
        ShpStream.Sum sum;
        try (RepairedShapes shapes = open()) {
            sum = ShpStream.Sum.of(shapes, findings.shapes());
        }
        var parts = new ArrayList<Part>();
        try (InputStream content = new ShpStream(open(), sum, false)) {
            parts.add(sink.store(files.base() + ".shp", content));
        }
        try (InputStream content = new ShpStream(open(), sum, true)) {
            parts.add(sink.store(files.base() + ".shx", content));
        }
        Optional<SourceFile> dbf = files.find("dbf");
        TableText text = findings.text();
        List<Field> fields = text == null ? List.of() : text.fields();
        try (InputStream content =
                new DbfStream(dbf.isPresent() ? DbfReader.open(dbf.get()) : null, fields, sum.records())) {
            parts.add(sink.store(files.base() + ".dbf", content));
        }
        if (text != null) {
            byte[] name = text.charset().name().getBytes(StandardCharsets.US_ASCII);
            parts.add(sink.store(files.base() + ".cpg", new ByteArrayInputStream(name)));
        }
        for (SourceFile other : files.files()) {
            String extension = PartName.of(other.name()).extension().toLowerCase(Locale.ROOT);
            if (!WRITTEN.contains(extension) && !OUTDATED.contains(extension)) {
                try (InputStream content = Files.newInputStream(other.path())) {
                    parts.add(sink.store(other.name(), content));
                }
            }
        }
        return parts;
    }

    private RepairedShapes open() throws IOException, DamagedFile {
        return RepairedShapes.open(shp, files.find("shx"), findings.shapes());
    }
}
