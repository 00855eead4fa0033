package org.batchuploader.geotools.shapefile;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class RingOrderTest {
    private final RingOrder order = new RingOrder();

    @Test
    void an_island_in_a_lake_in_a_land_is_as_it_should_be() {
        assertThat(wrong(clockwise(0, 0, 9), reversed(clockwise(1, 1, 7)), clockwise(3, 3, 2)))
                .isEmpty();
    }

    @Test
    void a_lake_that_runs_as_its_land_does_is_the_only_one_turned() {
        assertThat(wrong(clockwise(0, 0, 9), clockwise(1, 1, 7), clockwise(3, 3, 2)))
                .containsExactly(1);
    }

    @Test
    void a_hole_may_come_before_the_ring_it_is_in() {
        assertThat(wrong(reversed(clockwise(1, 1, 2)), clockwise(0, 0, 9))).isEmpty();
    }

    @Test
    void a_hole_in_nothing_is_a_land() {
        assertThat(wrong(clockwise(0, 0, 2), reversed(clockwise(5, 5, 2)))).containsExactly(1);
    }

    @Test
    void neighbours_that_share_a_side_are_two_lands() {
        assertThat(wrong(clockwise(0, 0, 2), clockwise(2, 0, 2))).isEmpty();
        assertThat(wrong(reversed(clockwise(0, 0, 2)), reversed(clockwise(2, 0, 2))))
                .containsExactly(0, 1);
    }

    @Test
    void a_hole_that_touches_the_side_of_its_land_is_a_hole() {
        assertThat(wrong(clockwise(0, 0, 9), clockwise(0, 3, 2))).containsExactly(1);
        assertThat(wrong(clockwise(0, 0, 9), reversed(clockwise(0, 3, 2)))).isEmpty();
    }

    @Test
    void the_same_ring_twice_is_left_alone() {
        assertThat(wrong(clockwise(0, 0, 2), clockwise(0, 0, 2))).isEmpty();
    }

    @Test
    void a_neighbour_within_the_box_of_an_angled_land_is_no_hole() {
        double[] angled = {0, 0, 0, 9, 1, 9, 1, 1, 9, 1, 9, 0, 0, 0};

        assertThat(wrong(angled, clockwise(3, 3, 2))).isEmpty();
    }

    @Test
    void far_from_the_origin_nothing_is_lost() {
        double east = 2_600_000;
        double[] tiny = {east, 1_200_000, east, 1_200_000.001, east + 0.001, 1_200_000.001, east, 1_200_000};

        assertThat(wrong(tiny)).isEmpty();
        assertThat(wrong(reversed(tiny))).containsExactly(0);
    }

    @Test
    void a_hole_belongs_to_the_smallest_land_around_it_wherever_it_stands() {
        wrong(
                reversed(clockwise(4, 4, 0.5)),
                clockwise(0, 0, 9),
                clockwise(3, 3, 2),
                reversed(clockwise(1, 1, 7)),
                clockwise(20, 20, 9),
                reversed(clockwise(21, 21, 1)));

        assertThat(outers(6)).containsExactly(2, -1, -1, 1, -1, 4);
    }

    @Test
    void each_of_a_hundred_thousand_holes_finds_its_land() {
        int across = 316;
        int lands = across * across;
        double[][] rings = new double[2 * lands][];
        for (int i = 0; i < lands; i++) {
            int column = i % across;
            int row = i / across;
            rings[i] = clockwise(10.0 * column, 10.0 * row, 9);
            rings[2 * lands - 1 - i] = reversed(clockwise(10.0 * column + 1, 10.0 * row + 1, 7));
        }

        assertThat(wrong(rings)).isEmpty();
        for (int i = 0; i < lands; i++) {
            assertThat(order.outer(2 * lands - 1 - i)).isEqualTo(i);
        }
    }

    /** A disc with a slice out, and a bow around it whose box is around the disc's holes too. */
    @Test
    void each_of_many_holes_in_two_long_lands_finds_its_own() {
        int holes = 4900;
        double[][] rings = new double[2 + 2 * holes][];
        rings[0] = bow(0, 1000);
        rings[1] = bow(1100, 1300);
        for (int i = 0; i < holes; i++) {
            double angle = 0.2 + i * (2 * Math.PI - 0.4) / holes;
            double column = i % 70;
            int row = i / 70;
            rings[2 + 2 * i] = reversed(clockwise(10 * column - 800, 10 * row - 345, 1));
            rings[3 + 2 * i] = reversed(clockwise(1200 * Math.cos(angle), 1200 * Math.sin(angle), 0.5));
        }

        assertThat(wrong(rings)).isEmpty();
        for (int i = 0; i < holes; i++) {
            assertThat(order.outer(2 + 2 * i)).isZero();
            assertThat(order.outer(3 + 2 * i)).isEqualTo(1);
        }
    }

    /** Clockwise between two radii, open to the east. */
    private static double[] bow(double inner, double outer) {
        int points = 10_000;
        double[] ring = new double[2 * (2 * points + 1)];
        for (int i = 0; i < points; i++) {
            double angle = 0.1 + i * (2 * Math.PI - 0.2) / (points - 1);
            ring[2 * i] = inner * Math.cos(angle);
            ring[2 * i + 1] = inner * Math.sin(angle);
            ring[2 * (2 * points - 1 - i)] = outer * Math.cos(angle);
            ring[2 * (2 * points - 1 - i) + 1] = outer * Math.sin(angle);
        }
        ring[4 * points] = ring[0];
        ring[4 * points + 1] = ring[1];
        return ring;
    }

    private List<Integer> outers(int rings) {
        var outers = new ArrayList<Integer>();
        for (int ring = 0; ring < rings; ring++) {
            outers.add(order.outer(ring));
        }
        return outers;
    }

    private static double[] clockwise(double x, double y, double side) {
        return new double[] {x, y, x, y + side, x + side, y + side, x + side, y, x, y};
    }

    private static double[] reversed(double[] ring) {
        double[] other = new double[ring.length];
        for (int i = 0; i < ring.length; i += 2) {
            other[ring.length - 2 - i] = ring[i];
            other[ring.length - 1 - i] = ring[i + 1];
        }
        return other;
    }

    private List<Integer> wrong(double[]... rings) {
        ByteBuffer content = ByteBuffer.allocate(256
                        + 4 * rings.length
                        + 8
                                * java.util.Arrays.stream(rings)
                                        .mapToInt(ring -> ring.length)
                                        .sum())
                .order(ByteOrder.LITTLE_ENDIAN);
        int points = 0;
        content.putInt(0, ShapeType.POLYGON.number()).putInt(36, rings.length).position(44);
        for (double[] ring : rings) {
            content.putInt(points);
            points += ring.length / 2;
        }
        for (double[] ring : rings) {
            for (double ordinate : ring) {
                content.putDouble(ordinate);
            }
        }
        content.putInt(40, points);
        byte[] bytes = new byte[content.position()];
        content.rewind().get(bytes);
        var layout = new RecordLayout();
        assertThat(layout.read(bytes, 0, bytes.length, null)).isNull();
        int faults = order.faults(bytes, 0, layout);
        var wrong = new ArrayList<Integer>();
        for (int ring = 0; ring < rings.length; ring++) {
            if (order.isWrong(ring)) {
                wrong.add(ring);
            }
        }
        assertThat(faults).isEqualTo(wrong.isEmpty() ? 0 : ShapeFault.ORIENTATION.bit());
        return wrong;
    }
}
