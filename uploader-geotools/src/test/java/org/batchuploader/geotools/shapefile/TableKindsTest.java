package org.batchuploader.geotools.shapefile;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.List;
import java.util.OptionalLong;
import org.batchuploader.core.inspect.DatasetFiles;
import org.batchuploader.core.inspect.Field;
import org.batchuploader.core.inspect.SourceFile;
import org.batchuploader.core.inspect.VectorDescription;
import org.batchuploader.geotools.DamagedFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TableKindsTest {
    private static final int HEADER = 32 + 32 * 6 + 1;
    private static final int ROW = 1 + 4 + 8 + 8 + 8 + 10 + 5;

    @TempDir
    private Path folder = Path.of("");

    @Test
    void reads_the_binary_values_of_foxpro() throws IOException, DamagedFile {
        SourceFile dbf = table(0x30, HEADER + 263);

        try (AttributeReader rows = AttributeReader.open(dbf, description())) {
            assertThat(rows.next()).isTrue();
            assertThat(rows.value(0)).isEqualTo(-42L);
            assertThat(rows.value(1)).isEqualTo(new BigDecimal("2.5"));
            assertThat(rows.value(2)).isEqualTo(new BigDecimal("12.3400"));
            assertThat(rows.value(3)).isEqualTo(LocalDateTime.of(2000, 1, 1, 12, 0));
            assertThat(rows.value(4)).isEqualTo("town");
            assertThat(rows.next()).isFalse();
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0x03, 0x04, 0x05, 0x30, 0x31, 0x32, 0x43, 0x83, 0x8B, 0xF5})
    void reads_the_tables_of_all_programs(int version) throws IOException, DamagedFile {
        TableScan scan = scan(table(version, HEADER));

        assertThat(scan.header().faults()).isEmpty();
        assertThat(scan.rows()).isEqualTo(1);
        assertThat(text(scan).fields()).extracting(Field::name).containsExactly("I", "B", "Y", "T", "M");
    }

    @Test
    void believes_foxpro_that_a_number_is_none() throws IOException, DamagedFile {
        SourceFile dbf = table(0x30, HEADER);
        byte[] bytes = Files.readAllBytes(dbf.path());
        bytes[32 + 18] = 2;
        bytes[32 + 32 + 18] = 2;
        bytes[32 + 5 * 32 + 11] = '0';
        bytes[HEADER + ROW - 5] = 2;
        Files.write(dbf.path(), bytes);

        try (AttributeReader rows = AttributeReader.open(dbf, description())) {
            assertThat(rows.next()).isTrue();
            assertThat(rows.value(0)).isEqualTo(-42L);
            assertThat(rows.value(1)).isNull();
        }
        assertThat(text(scan(dbf)).sample().get(0)).startsWith("-42", "", "12.3400");
    }

    @Test
    void counts_deleted_rows_and_does_not_show_them() throws IOException, DamagedFile {
        SourceFile dbf = table(0x03, HEADER);
        byte[] bytes = Files.readAllBytes(dbf.path());
        bytes[HEADER] = '*';
        Files.write(dbf.path(), bytes);

        TableScan scan = scan(dbf);

        assertThat(scan.deleted()).isEqualTo(1);
        assertThat(text(scan).sample()).isEmpty();
    }

    @Test
    void hands_each_text_beyond_ascii_to_whoever_wants_it() throws IOException, DamagedFile {
        SourceFile dbf = table(0x03, HEADER);
        byte[] bytes = Files.readAllBytes(dbf.path());
        bytes[HEADER + 29] = (byte) 0xE9;
        Files.write(dbf.path(), bytes);

        TableScan scan = scan(dbf);

        assertThat(text(scan).problems()).isNotEmpty();
        assertThat(text(scan).sample().get(0)).contains("éown");
    }

    private TableScan scan(SourceFile dbf) throws IOException, DamagedFile {
        return TableScan.of(new DatasetFiles("t", List.of(dbf)), dbf, null, OptionalLong.empty());
    }

    private static TableText text(TableScan scan) {
        return TableText.of(scan, "t.dbf", null);
    }

    private static VectorDescription description() {
        return new VectorDescription("Point", 1, List.of(), "UTF-8", List.of());
    }

    /** One row: an integer, a double, an amount of money, a moment, a text, and the block of a memo. */
    private SourceFile table(int version, int start) throws IOException {
        ByteBuffer out = ByteBuffer.allocate(start + ROW + 1).order(ByteOrder.LITTLE_ENDIAN);
        out.put(0, (byte) version).putInt(4, 1).putShort(8, (short) start).putShort(10, (short) ROW);
        column(out, 0, "I", 'I', 4);
        column(out, 1, "B", 'B', 8);
        column(out, 2, "Y", 'Y', 8);
        column(out, 3, "T", 'T', 8);
        column(out, 4, "M", 'C', 10);
        column(out, 5, "NOTES", 'M', 5);
        out.put(HEADER - 1, (byte) 0x0D).position(start);
        out.put((byte) ' ').putInt(-42).putDouble(2.5).putLong(123400);
        out.putInt(2451545).putInt(12 * 3600 * 1000);
        out.put("town      ".getBytes(StandardCharsets.US_ASCII)).put("    1".getBytes(StandardCharsets.US_ASCII));
        out.put((byte) 0x1A);
        return new SourceFile("t.dbf", Files.write(folder.resolve("t.dbf"), out.array()));
    }

    private static void column(ByteBuffer out, int number, String name, char type, int width) {
        int at = 32 + 32 * number;
        out.position(at).put(name.getBytes(StandardCharsets.US_ASCII));
        out.put(at + 11, (byte) type).put(at + 16, (byte) width);
    }
}
