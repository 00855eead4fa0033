package org.batchuploader.geotools.conversion;

import java.io.ByteArrayInputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.batchuploader.core.inspect.Field;
import org.batchuploader.core.inspect.Part;
import org.batchuploader.core.inspect.PartSink;
import org.batchuploader.geotools.geometry.Shape;
import org.jspecify.annotations.Nullable;

/** Writes one shapefile, row by row, and hands on its parts. */
public final class ShapefileWriter implements Closeable {
    private static final List<String> EXTENSIONS = List.of("shp", "shx", "dbf");

    private final Path folder;
    private final ShpOut shapes;
    private final DbfOut table;

    /** @param fields names of at most 10 ASCII characters, types and widths */
    public ShapefileWriter(ShapeKind kind, List<Field> fields) throws IOException {
        folder = Files.createTempDirectory("uploader-shapefile");
        shapes = new ShpOut(kind, folder.resolve("shp"), folder.resolve("shx"));
        table = new DbfOut(fields, folder.resolve("dbf"));
    }

    /** Bytes that a row takes in the table. */
    public static int rowLength(List<Field> fields) {
        return DbfOut.rowLength(fields);
    }

    /** @param values in the order of the fields, of the fields' types */
    public void add(@Nullable Shape shape, List<@Nullable Object> values) throws IOException {
        shapes.add(shape);
        table.add(values);
    }

    /**
     * Finishes the files and stores them.
     *
     * @param base name without extension
     * @param prj well-known text of the CRS
     */
    public List<Part> store(String base, String prj, PartSink sink) throws IOException {
        shapes.finish();
        table.finish();
        List<Part> parts = new ArrayList<>();
        for (String extension : EXTENSIONS) {
            try (InputStream in = Files.newInputStream(folder.resolve(extension))) {
                parts.add(sink.store(base + "." + extension, in));
            }
        }
        parts.add(sink.store(base + ".prj", text(prj)));
        parts.add(sink.store(base + ".cpg", text("UTF-8")));
        return parts;
    }

    private static InputStream text(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public void close() throws IOException {
        shapes.close();
        table.close();
        for (String extension : EXTENSIONS) {
            Files.deleteIfExists(folder.resolve(extension));
        }
        Files.delete(folder);
    }
}
