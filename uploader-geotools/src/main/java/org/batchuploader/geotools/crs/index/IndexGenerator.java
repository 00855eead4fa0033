package org.batchuploader.geotools.crs.index;

import java.io.BufferedOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Objects;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.hsqldb.jdbc.JDBCDataSource;

/** Run by the build: unpacks GeoTools' copy of the EPSG dataset and writes the index from it. */
public final class IndexGenerator {
    private static final String DATABASE = "/org/geotools/referencing/factory/epsg/hsql/EPSG.zip";

    private IndexGenerator() {}

    /** @param args the folder of classes to write to, and a folder to work in */
    public static void main(String[] args) throws IOException, SQLException {
        Path target = Path.of(args[0])
                .resolve(IndexGenerator.class.getPackageName().replace('.', '/'))
                .resolve(CrsIndex.RESOURCE);
        IndexFile.Content content = generate(Path.of(args[1]));
        Files.createDirectories(Objects.requireNonNull(target.getParent()));
        try (var out = new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(target)))) {
            new IndexWriter(content).writeTo(out);
        }
    }

    private static IndexFile.Content generate(Path work) throws IOException, SQLException {
        unpack(work);
        var source = new JDBCDataSource();
        source.setDatabase("jdbc:hsqldb:file:" + work.resolve("EPSG") + ";readonly=true;files_readonly=true");
        source.setUser("SA");
        source.setPassword("");
        try (Connection connection = source.getConnection()) {
            var epsg = new EpsgTables(connection);
            connection.createStatement().execute("SHUTDOWN");
            return new IndexContent(epsg).build();
        }
    }

    private static void unpack(Path work) throws IOException {
        Files.createDirectories(work);
        try (InputStream in = Objects.requireNonNull(IndexGenerator.class.getResourceAsStream(DATABASE));
                var zip = new ZipInputStream(in)) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                if (entry.getName().matches("EPSG\\.(data|properties|script)")) {
                    Files.write(work.resolve(entry.getName()), zip.readAllBytes());
                }
            }
        }
    }
}
