package org.batchuploader.geotools.vector;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;

/** Writes GeoPackages with the real SQLite. */
final class SampleGeoPackage {
    private final Path file;
    private int pageSize = 4096;
    private String encoding = "UTF-8";

    SampleGeoPackage(Path file) {
        this.file = file;
    }

    SampleGeoPackage pages(int bytes, String charset) {
        pageSize = bytes;
        encoding = charset;
        return this;
    }

    /** A layer "Straßen" of lines in EPSG:2056 and one "things" of points and polygons in EPSG:4326. */
    Path write(int rows, int noteLength) throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                Statement sql = connection.createStatement()) {
            sql.execute("PRAGMA page_size = " + pageSize);
            sql.execute("PRAGMA encoding = '" + encoding + "'");
            connection.setAutoCommit(false);
            describe(sql);
            sql.execute("CREATE TABLE \"Straßen\" (fid INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL, geom LINESTRING,"
                    + " /* a, b */ \"name\" TEXT(40) DEFAULT 'a, (b', width DOUBLE, paved BOOLEAN, built DATE, note TEXT,"
                    + " photo BLOB, CONSTRAINT c CHECK (width > 0))");
            sql.execute("CREATE TABLE things (id INTEGER, shape BLOB, PRIMARY KEY(id))");
            for (int i = 1; i <= rows; i++) {
                road(connection, i, noteLength);
            }
            thing(connection, 1, wkb(1).putDouble(8).putDouble(47));
            thing(
                    connection,
                    2,
                    wkb(3).putInt(1)
                            .putInt(4)
                            .putDouble(7)
                            .putDouble(46)
                            .putDouble(8)
                            .putDouble(46)
                            .putDouble(8)
                            .putDouble(47)
                            .putDouble(7)
                            .putDouble(46));
            connection.commit();
        }
        return file;
    }

    private static void describe(Statement sql) throws SQLException {
        sql.execute("CREATE TABLE gpkg_spatial_ref_sys (srs_name TEXT, srs_id INTEGER PRIMARY KEY, organization TEXT,"
                + " organization_coordsys_id INTEGER, definition TEXT, description TEXT)");
        sql.execute("INSERT INTO gpkg_spatial_ref_sys VALUES ('LV95', 100, 'EPSG', 2056, 'undefined', NULL),"
                + " ('WGS 84', 4326, 'EPSG', 4326, 'undefined', NULL)");
        sql.execute("CREATE TABLE gpkg_contents (table_name TEXT PRIMARY KEY, data_type TEXT, srs_id INTEGER)");
        sql.execute("INSERT INTO gpkg_contents VALUES ('Straßen', 'features', 100), ('things', 'features', 4326)");
        sql.execute("CREATE TABLE gpkg_geometry_columns (table_name TEXT, column_name TEXT, geometry_type_name TEXT,"
                + " srs_id INTEGER, z TINYINT, m TINYINT)");
        sql.execute("INSERT INTO gpkg_geometry_columns VALUES ('Straßen', 'geom', 'LINESTRING', 100, 0, 0),"
                + " ('things', 'shape', 'GEOMETRY', 4326, 0, 0)");
    }

    private static void road(Connection connection, int number, int noteLength) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(
                "INSERT INTO \"Straßen\" (fid, geom, name, width, paved, built, note) VALUES (?, ?, ?, ?, ?, ?, ?)")) {
            insert.setInt(1, number);
            ByteBuffer line = wkb(2).putInt(2)
                    .putDouble(2600000 + number)
                    .putDouble(1200000)
                    .putDouble(2600010 + number)
                    .putDouble(1200020);
            insert.setBytes(2, geometry(line));
            insert.setString(3, "Zürich " + number);
            insert.setDouble(4, number);
            insert.setBoolean(5, number % 2 == 0);
            insert.setString(6, "2020-01-31");
            insert.setString(7, "x".repeat(noteLength));
            insert.execute();
        }
    }

    private static void thing(Connection connection, int id, ByteBuffer wkb) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement("INSERT INTO things VALUES (?, ?)")) {
            insert.setInt(1, id);
            insert.setBytes(2, geometry(wkb));
            insert.execute();
        }
    }

    private static ByteBuffer wkb(int type) {
        return ByteBuffer.allocate(200)
                .order(ByteOrder.LITTLE_ENDIAN)
                .put((byte) 1)
                .putInt(type);
    }

    private static byte[] geometry(ByteBuffer wkb) {
        ByteBuffer bytes = ByteBuffer.allocate(8 + wkb.position());
        bytes.put((byte) 'G').put((byte) 'P').put((byte) 0).put((byte) 1).putInt(0);
        return bytes.put(wkb.flip()).array();
    }
}
