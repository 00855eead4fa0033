package org.batchuploader.testkit.sample;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.List;
import org.batchuploader.core.inspect.ProblemCode;
import org.batchuploader.testkit.sample.DamagedShapefile.Ending;
import org.batchuploader.testkit.sample.DamagedShapefile.Hurt;

/** Damage to the {@code .dbf}: a header of 193 bytes, five columns, rows of 70 bytes. */
final class DamagedTables {
    private static final int HEADER = 193;
    private static final int ROW = 70;

    private DamagedTables() {}

    static List<DamagedShapefile> all() {
        return List.of(
                mended("dbf_missing", "no .dbf", ProblemCode.PART_MISSING, (shp, shx, dbf) -> Files.delete(dbf)),
                restored(
                        "dbf_row_count_zero",
                        ".dbf byte 4: 0 rows",
                        (shp, shx, dbf) -> Damage.overwrite(dbf, 4, (byte) 0)),
                restored(
                        "dbf_row_count_too_small",
                        ".dbf byte 4: 7 rows",
                        (shp, shx, dbf) -> Damage.overwrite(dbf, 4, (byte) 7)),
                restored(
                        "dbf_row_count_too_large",
                        ".dbf byte 4: 255 rows",
                        (shp, shx, dbf) -> Damage.overwrite(dbf, 4, (byte) 255)),
                restored(
                        "dbf_header_length_larger",
                        ".dbf byte 8: 198",
                        (shp, shx, dbf) -> Damage.overwrite(dbf, 8, (byte) 198)),
                restored(
                        "dbf_header_length_smaller",
                        ".dbf byte 8: 161",
                        (shp, shx, dbf) -> Damage.overwrite(dbf, 8, (byte) 161)),
                restored(
                        "dbf_header_length_zero",
                        ".dbf byte 8: 0",
                        (shp, shx, dbf) -> Damage.overwrite(dbf, 8, (byte) 0, (byte) 0)),
                restored(
                        "dbf_row_length_smaller",
                        ".dbf byte 10: 60",
                        (shp, shx, dbf) -> Damage.overwrite(dbf, 10, (byte) 60)),
                restored(
                        "dbf_row_length_larger",
                        ".dbf byte 10: 71",
                        (shp, shx, dbf) -> Damage.overwrite(dbf, 10, (byte) 71)),
                restored("dbf_version", ".dbf byte 0: 0x7F", (shp, shx, dbf) -> Damage.overwrite(dbf, 0, (byte) 0x7F)),
                restored(
                        "dbf_columns_without_end",
                        ".dbf byte 192: 0",
                        (shp, shx, dbf) -> Damage.overwrite(dbf, HEADER - 1, (byte) 0)),
                mended("dbf_rows_without_shape", ".dbf: two rows more", ProblemCode.RECORD_DAMAGED, (shp, shx, dbf) -> {
                    byte[] all = Files.readAllBytes(dbf);
                    Damage.cutTo(dbf, all.length - 1L);
                    Damage.append(dbf, Arrays.copyOfRange(all, HEADER, HEADER + 2 * ROW));
                    Damage.append(dbf, (byte) 0x1A);
                    Damage.overwrite(dbf, 4, (byte) 12);
                }),
                mended(
                        "dbf_shapes_without_row",
                        ".dbf: two rows fewer",
                        ProblemCode.RECORD_DAMAGED,
                        (shp, shx, dbf) -> {
                            Damage.cutTo(dbf, HEADER + 8 * ROW);
                            Damage.append(dbf, (byte) 0x1A);
                            Damage.overwrite(dbf, 4, (byte) 8);
                        }),
                mended(
                        "dbf_words_for_a_number",
                        ".dbf row 4: HEIGHT is a word",
                        ProblemCode.RECORD_DAMAGED,
                        (shp, shx, dbf) -> Damage.overwrite(
                                dbf, HEADER + 3 * ROW + 51, "   unknown".getBytes(StandardCharsets.US_ASCII))),
                mended(
                        "dbf_memo_without_file",
                        ".dbf byte 107: HEIGHT is a memo column, without .dbt",
                        ProblemCode.FIELD_LEFT_OUT,
                        (shp, shx, dbf) -> Damage.overwrite(dbf, 96 + 11, (byte) 'M')),
                restored(
                        "dbf_binary_numbers",
                        ".dbf: ID as FoxPro's binary integer",
                        ProblemCode.FILE_REPAIRED,
                        (shp, shx, dbf) -> FoxPro.integers(dbf)));
    }

    private static DamagedShapefile restored(String name, String where, Hurt hurt) {
        return restored(name, where, ProblemCode.FILE_REPAIRED, hurt);
    }

    private static DamagedShapefile restored(String name, String where, ProblemCode code, Hurt hurt) {
        return new DamagedShapefile(name, where, SampleShapefile.polygons("lots"), hurt, Ending.RESTORED, code);
    }

    private static DamagedShapefile mended(String name, String where, ProblemCode code, Hurt hurt) {
        return new DamagedShapefile(name, where, SampleShapefile.polygons("lots"), hurt, Ending.MENDED, code);
    }
}
