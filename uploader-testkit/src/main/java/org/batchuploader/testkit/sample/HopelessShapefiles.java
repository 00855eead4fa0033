package org.batchuploader.testkit.sample;

import java.util.List;
import org.batchuploader.core.inspect.ProblemCode;
import org.batchuploader.testkit.sample.DamagedShapefile.Ending;
import org.batchuploader.testkit.sample.DamagedShapefile.Hurt;

/** Damage that nobody can make good, since what is gone is not anywhere else. */
final class HopelessShapefiles {
    private HopelessShapefiles() {}

    static List<DamagedShapefile> all() {
        return List.of(
                refused("shp_cut_in_half", ".shp ends at half its length", (shp, shx, dbf) -> Damage.cutInHalf(shp)),
                refused(
                        "shp_cut_between_records",
                        ".shp ends behind record 8",
                        (shp, shx, dbf) -> Damage.cutTo(shp, 100 + 8 * 204)),
                refused("shp_cut_in_its_header", ".shp ends at byte 60", (shp, shx, dbf) -> Damage.cutTo(shp, 60)),
                refused("all_cut_short", ".shp, .shx and .dbf end at half their length", (shp, shx, dbf) -> {
                    Damage.cutInHalf(shp);
                    Damage.cutInHalf(shx);
                    Damage.cutInHalf(dbf);
                }),
                refused("dbf_cut_in_half", ".dbf ends at half its length", (shp, shx, dbf) -> Damage.cutInHalf(dbf)),
                refused("dbf_cut_in_its_header", ".dbf ends at byte 20", (shp, shx, dbf) -> Damage.cutTo(dbf, 20)),
                refused("dbf_is_a_picture", ".dbf replaced by a JPEG", (shp, shx, dbf) -> Damage.replaceByJpeg(dbf)),
                refused(
                        "coordinates_no_number",
                        ".shp byte 568: x of a point of record 3",
                        (shp, shx, dbf) -> Damage.overwriteDoubles(shp, 568, Double.NaN)),
                refused(
                        "coordinates_infinite",
                        ".shp byte 568: x of a point of record 3",
                        (shp, shx, dbf) -> Damage.overwriteDoubles(shp, 568, Double.POSITIVE_INFINITY)),
                refused(
                        "coordinates_absurd",
                        ".shp byte 568: x of a point of record 3",
                        (shp, shx, dbf) -> Damage.overwriteDoubles(shp, 568, 1e300)),
                refused(
                        "point_count_absurd",
                        ".shp byte 556: points of record 3",
                        (shp, shx, dbf) ->
                                Damage.overwrite(shp, 556, (byte) 0xFF, (byte) 0xFF, (byte) 0xFF, (byte) 0x7F)),
                refused(
                        "part_beyond_the_points",
                        ".shp byte 564: start of the hole of record 3",
                        (shp, shx, dbf) -> Damage.overwrite(shp, 564, (byte) 200)),
                refused(
                        "types_mixed",
                        ".shp byte 516: record 3 says it is a line",
                        (shp, shx, dbf) -> Damage.overwrite(shp, 516, (byte) 3)),
                refused(
                        "block_of_zeros",
                        ".shp bytes 400-911 are 0",
                        (shp, shx, dbf) -> Damage.overwrite(shp, 400, new byte[512])),
                unsupported(
                        "shp_is_a_picture", ".shp replaced by a JPEG", (shp, shx, dbf) -> Damage.replaceByJpeg(shp)),
                unsupported("shp_empty", ".shp of 0 bytes", (shp, shx, dbf) -> Damage.cutTo(shp, 0)));
    }

    private static DamagedShapefile refused(String name, String where, Hurt hurt) {
        return of(name, where, hurt, ProblemCode.RECORD_DAMAGED);
    }

    private static DamagedShapefile unsupported(String name, String where, Hurt hurt) {
        return of(name, where, hurt, ProblemCode.FORMAT_UNSUPPORTED);
    }

    private static DamagedShapefile of(String name, String where, Hurt hurt, ProblemCode code) {
        return new DamagedShapefile(name, where, SampleShapefile.polygons("lots"), hurt, Ending.REFUSED, code);
    }
}
