package org.batchuploader.testkit.sample;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.List;
import org.batchuploader.core.inspect.ProblemCode;
import org.batchuploader.testkit.sample.DamagedShapefile.Ending;
import org.batchuploader.testkit.sample.DamagedShapefile.Hurt;

/** Damage to the first hundred bytes of the {@code .shp}, and to what is behind its end. */
final class DamagedHeaders {
    private static final int LENGTH_AT = 24;
    private static final int VERSION_AT = 28;
    private static final int TYPE_AT = 32;
    private static final int BOX_AT = 36;

    private DamagedHeaders() {}

    static List<DamagedShapefile> all() {
        return List.of(
                header(
                        "shp_length_too_small",
                        ".shp byte 24: half the length",
                        (shp, shx, dbf) -> Damage.overwriteInt(shp, LENGTH_AT, (int) (Files.size(shp) / 4))),
                header(
                        "shp_length_too_large",
                        ".shp byte 24: twice the length",
                        (shp, shx, dbf) -> Damage.overwriteInt(shp, LENGTH_AT, (int) Files.size(shp))),
                header("shp_length_zero", ".shp byte 24: 0", (shp, shx, dbf) -> Damage.overwriteInt(shp, LENGTH_AT, 0)),
                header(
                        "shp_length_negative",
                        ".shp byte 24: -1",
                        (shp, shx, dbf) -> Damage.overwriteInt(shp, LENGTH_AT, -1)),
                header("shp_file_code", ".shp byte 0: 9993", (shp, shx, dbf) -> Damage.overwriteInt(shp, 0, 9993)),
                header("shp_version", ".shp byte 28: 0", (shp, shx, dbf) -> Damage.overwriteInt(shp, VERSION_AT, 0)),
                header(
                        "shp_type_of_others",
                        ".shp byte 32: points",
                        (shp, shx, dbf) -> Damage.overwrite(shp, TYPE_AT, (byte) 1)),
                header(
                        "shp_type_unknown",
                        ".shp byte 32: 99",
                        (shp, shx, dbf) -> Damage.overwrite(shp, TYPE_AT, (byte) 99)),
                header("shp_type_null", ".shp byte 32: 0", (shp, shx, dbf) -> Damage.overwrite(shp, TYPE_AT, (byte) 0)),
                header(
                        "shp_box_zero",
                        ".shp bytes 36-67: 0",
                        (shp, shx, dbf) -> Damage.overwrite(shp, BOX_AT, new byte[32])),
                header(
                        "shp_box_too_large",
                        ".shp bytes 36-67: twice the earth",
                        (shp, shx, dbf) -> Damage.overwriteDoubles(shp, BOX_AT, -360, -180, 360, 180)),
                header(
                        "shp_box_too_small",
                        ".shp bytes 36-67: a corner of it",
                        (shp, shx, dbf) -> Damage.overwriteDoubles(shp, BOX_AT, -84, 34, -83, 35)),
                header(
                        "shp_box_no_number",
                        ".shp bytes 36-67: NaN",
                        (shp, shx, dbf) ->
                                Damage.overwriteDoubles(shp, BOX_AT, Double.NaN, Double.NaN, Double.NaN, Double.NaN)),
                header(
                        "shp_zeros_behind",
                        ".shp: 512 bytes of 0 behind the last record",
                        (shp, shx, dbf) -> Damage.append(shp, new byte[512])),
                header(
                        "shp_zeros_within",
                        ".shp: 512 bytes of 0 at the end, counted in the length",
                        (shp, shx, dbf) -> {
                            Damage.append(shp, new byte[512]);
                            Damage.overwriteInt(shp, LENGTH_AT, (int) (Files.size(shp) / 2));
                        }),
                header(
                        "shp_text_behind",
                        ".shp: a line of text behind the last record",
                        (shp, shx, dbf) ->
                                Damage.append(shp, "-- transfer complete --\r\n".getBytes(StandardCharsets.US_ASCII))),
                header(
                        "shp_scrap_behind",
                        ".shp: half of a record behind the last",
                        (shp, shx, dbf) -> Damage.append(shp, Arrays.copyOfRange(Files.readAllBytes(shp), 100, 200))),
                header(
                        "shp_record_behind",
                        ".shp: the first record once more behind the end",
                        (shp, shx, dbf) ->
                                Damage.append(shp, Arrays.copyOfRange(Files.readAllBytes(shp), 100, 100 + 204))));
    }

    private static DamagedShapefile header(String name, String where, Hurt hurt) {
        return new DamagedShapefile(
                name, where, SampleShapefile.polygons("lots"), hurt, Ending.RESTORED, ProblemCode.FILE_REPAIRED);
    }
}
