package org.batchuploader.geotools.shapefile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.math.BigDecimal;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.batchuploader.core.feature.Column;
import org.batchuploader.core.feature.FeatureSink;
import org.batchuploader.core.feature.FeatureType;
import org.batchuploader.core.feature.GeometryType;
import org.batchuploader.core.feature.ValueType;
import org.batchuploader.core.inspect.Correction;
import org.batchuploader.core.inspect.CrsHabits;
import org.batchuploader.core.inspect.DatasetFiles;
import org.batchuploader.core.inspect.Inspection;
import org.batchuploader.core.inspect.SourceFile;
import org.batchuploader.geotools.GeoToolsInspector;
import org.batchuploader.testkit.sample.SampleShapefile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKBReader;

class ShapefileFeaturesTest {
    /** Where the first row of a sample's table begins, how long rows are, and where in one the columns are. */
    private static final int ROWS = 193;

    private static final int ROW = 70;
    private static final int ID = 1;
    private static final int NAME = 11;
    private static final int HEIGHT = 51;
    private static final int BUILT = 61;
    private static final int OPEN = 69;

    @TempDir
    Path folder;

    private final Recording recording = new Recording();

    @ParameterizedTest
    @CsvSource({
        "1, POINT, false, false",
        "11, POINT, true, true",
        "21, POINT, false, true",
        "3, MULTI_LINE_STRING, false, false",
        "13, MULTI_LINE_STRING, true, true",
        "23, MULTI_LINE_STRING, false, true",
        "5, MULTI_POLYGON, false, false",
        "15, MULTI_POLYGON, true, true",
        "25, MULTI_POLYGON, false, true",
        "8, MULTI_POINT, false, false",
        "18, MULTI_POINT, true, true",
        "28, MULTI_POINT, false, true",
        "31, MULTI_POLYGON, true, true"
    })
    void all_shapes_are_of_the_type_that_may_have_parts(int shapeType, GeometryType type, boolean z, boolean m)
            throws Exception {
        read(SampleShapefile.of("lots", shapeType).writeTo(folder));

        FeatureType told = recording.type();
        assertThat(told.geometry()).isEqualTo(type);
        assertThat(told.hasZ()).isEqualTo(z);
        assertThat(told.hasM()).isEqualTo(m);
        assertThat(recording.rows).hasSize(10).allSatisfy(row -> {
            Geometry geometry = (Geometry) row.get(row.size() - 1);
            assertThat(geometry.getGeometryType()).isEqualTo(type.title());
            assertThat(geometry.isValid()).isTrue();
            assertThat(Double.isNaN(geometry.getCoordinates()[0].getM())).isEqualTo(!m);
        });
    }

    @Test
    void a_polygon_keeps_its_hole_and_its_vertices() throws Exception {
        read(SampleShapefile.polygons("lots").within(0, 0, 100, 100).rows(1).writeTo(folder));

        assertThat(recording.last(0))
                .hasToString("MULTIPOLYGON (((0 0, 0 10, 10 10, 10 0, 0 0), (4 4, 6 4, 6 6, 4 4)))");
    }

    @Test
    void columns_have_the_types_and_values_of_the_table() throws Exception {
        read(SampleShapefile.points("lots")
                .text("Ærø")
                .charset(StandardCharsets.ISO_8859_1)
                .writeTo(folder));

        assertThat(recording.type().columns())
                .containsExactly(
                        new Column("ID", ValueType.LONG, 0),
                        new Column("NAME", ValueType.TEXT, 40),
                        new Column("HEIGHT", ValueType.DECIMAL, 0),
                        new Column("BUILT", ValueType.DATE, 0),
                        new Column("OPEN", ValueType.BOOLEAN, 0));
        assertThat(recording.rows.get(1).subList(0, 6))
                .containsExactly(2L, 2L, "Ærø 2", new BigDecimal("1.25"), LocalDate.of(2024, 2, 29), false);
    }

    @Test
    void blank_cells_and_nonsense_are_no_values() throws Exception {
        List<Path> files = SampleShapefile.points("lots").writeTo(folder);
        for (int column : new int[] {ID, NAME, HEIGHT, BUILT, OPEN}) {
            put(files, 0, column, " ".repeat(column == OPEN ? 1 : column == NAME ? 40 : 8));
        }
        put(files, 0, ID, " ".repeat(10));
        put(files, 0, HEIGHT, " ".repeat(10));
        put(files, 1, ID, "**********");
        put(files, 1, HEIGHT, "       NaN");
        put(files, 1, BUILT, "00000000");
        put(files, 1, OPEN, "?");
        put(files, 2, BUILT, "20230229");
        put(files, 3, BUILT, "20240229");
        read(files);

        assertThat(recording.rows.get(0).subList(1, 6)).containsOnlyNulls();
        assertThat(recording.rows.get(1).subList(1, 6)).containsExactly(null, "Name 2", null, null, null);
        assertThat(recording.rows.get(2).get(4)).isNull();
        assertThat(recording.rows.get(3).get(4)).isEqualTo(LocalDate.of(2024, 2, 29));
    }

    @ParameterizedTest
    @CsvSource({"1.50, 1.50", "-.5, -0.5", "1e3, 1E+3", "'1,25', 1.25", "+7, 7", "123456789.123456789012, 123456789."})
    void a_decimal_number_keeps_the_digits_it_was_written_with(String written, String read) throws Exception {
        List<Path> files = SampleShapefile.points("lots").writeTo(folder);
        put(files, 0, HEIGHT, "%10s".formatted(written).substring(0, 10));
        read(files);

        assertThat(recording.rows.get(0).get(3)).isEqualTo(new BigDecimal(read.replaceAll("\\.$", "")));
    }

    @Test
    void a_fraction_among_whole_numbers_makes_the_column_wide_and_reading_begin_again() throws Exception {
        List<Path> files = SampleShapefile.points("lots").writeTo(folder);
        put(files, 5, ID, "      12.5");
        put(files, 6, ID, "      13.0");
        read(files);

        assertThat(recording.begun).isEqualTo(2);
        assertThat(recording.rows).hasSize(10);
        assertThat(recording.rows.get(5).get(1)).isEqualTo(new BigDecimal("12.5"));
        assertThat(recording.rows.get(4).get(1)).isEqualTo(new BigDecimal("5"));
    }

    @Test
    void a_whole_number_written_with_a_point_or_an_exponent_is_one() throws Exception {
        List<Path> files = SampleShapefile.points("lots").writeTo(folder);
        put(files, 0, ID, "      12.0");
        put(files, 1, ID, "       1e3");
        read(files);

        assertThat(recording.begun).isEqualTo(1);
        assertThat(recording.rows.get(0).get(1)).isEqualTo(12L);
        assertThat(recording.rows.get(1).get(1)).isEqualTo(1000L);
    }

    @Test
    void deleted_features_are_passed_over_and_numbers_stay() throws Exception {
        List<Path> files = SampleShapefile.points("lots").writeTo(folder);
        put(files, 3, 0, "*");
        long count = read(files);

        assertThat(count).isEqualTo(9);
        assertThat(recording.rows.get(3).get(0)).isEqualTo(5L);
    }

    @Test
    void bytes_that_are_no_text_of_the_charset_become_replacement_characters() throws Exception {
        List<Path> files = SampleShapefile.points("lots").writeTo(folder);
        Inspection inspection = inspect(files);
        put(files, 0, NAME, "Caf\u00e9 and more");
        new ShapefileFeatures().read(files(files), inspection, recording);

        assertThat(recording.rows.get(0).get(2)).isEqualTo("Caf\uFFFD and more");
    }

    @Test
    void text_of_a_charset_that_shifts_is_decoded_though_its_bytes_are_plain() throws Exception {
        Charset charset = Charset.forName("ISO-2022-JP");
        var cell = new TextCell(new DbfColumn(new byte[11], 'C', 1, 20, 0, -1), charset);
        byte[] row = Arrays.copyOf("  ".getBytes(charset), 21);
        byte[] text = "東京".getBytes(charset);
        Arrays.fill(row, (byte) ' ');
        System.arraycopy(text, 0, row, 1, text.length);
        recording.rows.add(new ArrayList<>());
        cell.put(row, 0, recording);

        assertThat(recording.rows.get(0)).containsExactly("東京");
    }

    @Test
    void a_table_that_was_not_inspected_is_our_own_fault() throws Exception {
        List<Path> files = SampleShapefile.points("lots").writeTo(folder);
        Inspection inspection = inspect(files);
        Files.delete(files.get(2));
        SampleShapefile.points("lots").rows(9).writeTo(folder);
        SampleShapefile.points("more").writeTo(folder);
        Files.copy(folder.resolve("more.shp"), files.get(0), java.nio.file.StandardCopyOption.REPLACE_EXISTING);

        assertThatExceptionOfType(IOException.class)
                .isThrownBy(() -> new ShapefileFeatures().read(files(files), inspection, recording));
    }

    private long read(List<Path> paths) throws Exception {
        return new ShapefileFeatures().read(files(paths), inspect(paths), recording);
    }

    private static Inspection inspect(List<Path> paths) throws IOException {
        return new GeoToolsInspector().inspect(files(paths), Correction.NONE, CrsHabits.NONE);
    }

    private static DatasetFiles files(List<Path> paths) {
        return new DatasetFiles(
                "lots",
                paths.stream()
                        .map(path -> new SourceFile(path.getFileName().toString(), path))
                        .toList());
    }

    private static void put(List<Path> files, int row, int column, String text) throws IOException {
        try (var dbf = new RandomAccessFile(files.get(2).toFile(), "rw")) {
            dbf.seek(ROWS + (long) ROW * row + column);
            dbf.write(text.getBytes(StandardCharsets.ISO_8859_1));
        }
    }

    /** Keeps what it was given: the number, the values, the geometry. */
    private static final class Recording implements FeatureSink {
        final List<List<Object>> rows = new ArrayList<>();
        int begun;
        private FeatureType type = new FeatureType(GeometryType.POINT, false, false, List.of());

        FeatureType type() {
            return type;
        }

        Object last(int row) {
            return rows.get(row).get(rows.get(row).size() - 1);
        }

        @SuppressWarnings("NullAway")
        private void add(Object value) {
            rows.get(rows.size() - 1).add(value);
        }

        @Override
        public void begin(FeatureType told) {
            type = told;
            begun++;
            rows.clear();
        }

        @Override
        public void feature(long number) {
            rows.add(new ArrayList<>());
            add(number);
        }

        @Override
        public void geometry(byte[] ewkb, int length) throws IOException {
            try {
                add(new WKBReader().read(Arrays.copyOf(ewkb, length)));
            } catch (ParseException e) {
                throw new IOException(e);
            }
        }

        @Override
        public void text(byte[] utf8, int offset, int length) {
            add(new String(utf8, offset, length, StandardCharsets.UTF_8));
        }

        @Override
        public void whole(long value) {
            add(value);
        }

        @Override
        public void decimal(long unscaled, int scale) {
            add(BigDecimal.valueOf(unscaled, scale));
        }

        @Override
        public void decimal(BigDecimal value) {
            add(value);
        }

        @Override
        public void date(long epochDay) {
            add(LocalDate.ofEpochDay(epochDay));
        }

        @Override
        public void truth(boolean value) {
            add(value);
        }

        @Override
        @SuppressWarnings("NullAway")
        public void nothing() {
            add(null);
        }
    }
}
