package org.batchuploader.testkit.sample;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.batchuploader.core.inspect.ProblemCode;
import org.batchuploader.testkit.sample.DamagedShapefile.Ending;
import org.batchuploader.testkit.sample.DamagedShapefile.Hurt;

/** Damage to the {@code .shx}: an entry of 8 bytes for each record from byte 100 on, in words of two bytes. */
final class DamagedIndexes {
    private DamagedIndexes() {}

    static List<DamagedShapefile> all() {
        return List.of(
                index("shx_missing", "no .shx", (shp, shx, dbf) -> Files.delete(shx)),
                index("shx_empty", ".shx of 0 bytes", (shp, shx, dbf) -> Damage.cutTo(shx, 0)),
                index("shx_cut_in_its_header", ".shx ends at byte 60", (shp, shx, dbf) -> Damage.cutTo(shx, 60)),
                index("shx_cut_in_half", ".shx ends at half its length", (shp, shx, dbf) -> Damage.cutInHalf(shx)),
                index(
                        "shx_points_elsewhere",
                        ".shx byte 100: offset of record 1",
                        (s, shx, d) -> Damage.shiftIndex(shx)),
                index(
                        "shx_length_of_a_record",
                        ".shx byte 124: length of record 4",
                        (shp, shx, dbf) -> Damage.overwriteInt(shx, 124, 3)),
                index("shx_is_a_picture", ".shx replaced by a JPEG", (shp, shx, dbf) -> Damage.replaceByJpeg(shx)),
                index(
                        "shx_header_length",
                        ".shx byte 24: file length",
                        (shp, shx, dbf) -> Damage.overwriteInt(shx, 24, 77)),
                index(
                        "shx_too_many_entries",
                        ".shx: two entries more at the end",
                        (shp, shx, dbf) -> Damage.append(shx, new byte[16])),
                index("shx_counts_bytes", ".shx: offsets in bytes instead of words", (shp, shx, dbf) -> inBytes(shx)));
    }

    private static DamagedShapefile index(String name, String where, Hurt hurt) {
        return new DamagedShapefile(
                name, where, SampleShapefile.polygons("lots"), hurt, Ending.RESTORED, ProblemCode.SHX_REBUILT);
    }

    private static void inBytes(Path shx) throws IOException {
        ByteBuffer index = ByteBuffer.wrap(Files.readAllBytes(shx));
        for (int at = 100; at < index.limit(); at += 8) {
            index.putInt(at, 2 * index.getInt(at));
        }
        Files.write(shx, index.array());
    }
}
