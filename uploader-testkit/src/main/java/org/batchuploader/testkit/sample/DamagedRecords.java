package org.batchuploader.testkit.sample;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.batchuploader.core.inspect.ProblemCode;
import org.batchuploader.testkit.sample.DamagedShapefile.Ending;
import org.batchuploader.testkit.sample.DamagedShapefile.Hurt;

/**
 * Damage to single records of the {@code .shp}. A record of the sample's polygons is 204 bytes: header 8, type 4, box 32,
 * counts 8, starts of its two rings 8, five points of the outer ring and four of the hole.
 */
final class DamagedRecords {
    private static final int LENGTH = 204;
    private static final int POINTS = 60;

    private DamagedRecords() {}

    private static int at(int record) {
        return 100 + LENGTH * (record - 1);
    }

    static List<DamagedShapefile> all() {
        return List.of(
                record("record_numbers_zero", ".shp: the numbers of all records are 0", (shp, shx, dbf) -> {
                    for (int i = 1; i <= 10; i++) {
                        Damage.overwriteInt(shp, at(i), 0);
                    }
                }),
                record("record_numbers_from_zero", ".shp: records are numbered from 0", (shp, shx, dbf) -> {
                    for (int i = 1; i <= 10; i++) {
                        Damage.overwriteInt(shp, at(i), i - 1);
                    }
                }),
                record(
                        "record_length_too_large",
                        ".shp byte 512: length of record 3",
                        (shp, shx, dbf) -> Damage.overwriteInt(shp, at(3) + 4, 0x7FFFFFF)),
                record(
                        "record_length_too_small",
                        ".shp byte 512: length of record 3",
                        (shp, shx, dbf) -> Damage.overwriteInt(shp, at(3) + 4, 30)),
                record(
                        "record_length_zero",
                        ".shp byte 512: length of record 3",
                        (shp, shx, dbf) -> Damage.overwriteInt(shp, at(3) + 4, 0)),
                record(
                        "record_length_a_bit_larger",
                        ".shp byte 512: length of record 3",
                        (shp, shx, dbf) -> Damage.overwriteInt(shp, at(3) + 4, 100)),
                record(
                        "last_record_length",
                        ".shp byte 1940: length of record 10",
                        (shp, shx, dbf) -> Damage.overwriteInt(shp, at(10) + 4, 5000)),
                record(
                        "record_type_unknown",
                        ".shp byte 516: type of record 3",
                        (shp, shx, dbf) -> Damage.overwrite(shp, at(3) + 8, (byte) 77)),
                record(
                        "record_box_zero",
                        ".shp bytes 520-551: box of record 3",
                        (shp, shx, dbf) -> Damage.overwrite(shp, at(3) + 12, new byte[32])),
                record(
                        "record_box_no_number",
                        ".shp bytes 520-551: box of record 3",
                        (shp, shx, dbf) -> Damage.overwriteDoubles(shp, at(3) + 12, Double.NaN, 0, Double.NaN, 0)),
                record("record_box_turned_round", ".shp bytes 520-551: maxima before minima", (shp, shx, dbf) -> {
                    byte[] box = Arrays.copyOfRange(Files.readAllBytes(shp), at(3) + 12, at(3) + 44);
                    Damage.overwrite(shp, at(3) + 12, Arrays.copyOfRange(box, 16, 32));
                    Damage.overwrite(shp, at(3) + 28, Arrays.copyOf(box, 16));
                }),
                record(
                        "record_first_part",
                        ".shp byte 560: first ring begins at point 2",
                        (shp, shx, dbf) -> Damage.overwrite(shp, at(3) + 52, (byte) 2)),
                record("rings_all_reversed", ".shp record 3: both rings run the other way", (shp, shx, dbf) -> {
                    reverse(shp, at(3) + POINTS, 5);
                    reverse(shp, at(3) + POINTS + 80, 4);
                }),
                record(
                        "outer_ring_reversed",
                        ".shp record 3: outer ring runs as the hole does",
                        (shp, shx, dbf) -> reverse(shp, at(3) + POINTS, 5)),
                record(
                        "hole_reversed",
                        ".shp record 3: hole runs as the outer ring does",
                        (shp, shx, dbf) -> reverse(shp, at(3) + POINTS + 80, 4)),
                mended(
                        "ring_open",
                        ".shp record 3: last point of the hole is another one",
                        SampleShapefile.POLYGON,
                        (shp, shx, dbf) -> {
                            byte[] second = Arrays.copyOfRange(
                                    Files.readAllBytes(shp), at(3) + POINTS + 96, at(3) + POINTS + 104);
                            Damage.overwrite(shp, at(3) + POINTS + 128, second);
                        }),
                mended(
                        "part_without_points",
                        ".shp record 3: the hole begins where the points end",
                        SampleShapefile.POLYGON,
                        (shp, shx, dbf) -> Damage.overwrite(shp, at(3) + 56, (byte) 9)),
                mended(
                        "heights_range",
                        ".shp record 1: range of heights of a PolygonZ",
                        SampleShapefile.POLYGON + SampleShapefile.Z,
                        (shp, shx, dbf) -> Damage.overwriteDoubles(shp, 100 + LENGTH, 500, 600)),
                record(
                        "record_moved",
                        ".shp: record 3 lies behind the others, its old place is waste",
                        (shp, shx, dbf) -> move(shp, shx)),
                record(
                        "gap_between_records",
                        ".shp: 40 bytes of waste before record 6",
                        (shp, shx, dbf) -> gap(shp, shx)));
    }

    private static DamagedShapefile record(String name, String where, Hurt hurt) {
        return new DamagedShapefile(
                name, where, SampleShapefile.polygons("lots"), hurt, Ending.RESTORED, ProblemCode.FILE_REPAIRED);
    }

    private static DamagedShapefile mended(String name, String where, int type, Hurt hurt) {
        return new DamagedShapefile(
                name, where, SampleShapefile.of("lots", type), hurt, Ending.MENDED, ProblemCode.FILE_REPAIRED);
    }

    private static void reverse(Path shp, int at, int points) throws IOException {
        byte[] all = Files.readAllBytes(shp);
        for (int i = 0; i < points; i++) {
            int from = at + 16 * (points - 1 - i);
            Damage.overwrite(shp, at + 16L * i, Arrays.copyOfRange(all, from, from + 16));
        }
    }

    private static void move(Path shp, Path shx) throws IOException {
        byte[] all = Files.readAllBytes(shp);
        Damage.append(shp, Arrays.copyOfRange(all, at(3), at(4)));
        byte[] waste = new byte[LENGTH];
        Arrays.fill(waste, (byte) 0xEE);
        Damage.overwrite(shp, at(3), waste);
        Damage.overwriteInt(shp, 24, (all.length + LENGTH) / 2);
        Damage.overwriteInt(shx, 100 + 8 * 2, all.length / 2);
    }

    private static void gap(Path shp, Path shx) throws IOException {
        ByteBuffer all = ByteBuffer.wrap(Files.readAllBytes(shp));
        ByteBuffer wider = ByteBuffer.allocate(all.limit() + 40).order(ByteOrder.BIG_ENDIAN);
        wider.put(all.array(), 0, at(6)).put(new byte[40]).put(all.array(), at(6), all.limit() - at(6));
        wider.putInt(24, wider.limit() / 2);
        Files.write(shp, wider.array());
        for (int i = 6; i <= 10; i++) {
            Damage.overwriteInt(shx, 100 + 8L * (i - 1), (at(i) + 40) / 2);
        }
    }
}
