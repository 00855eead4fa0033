package org.batchuploader.geotools.shapefile;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class BoxTreeTest {
    private final BoxTree tree = new BoxTree();

    @Test
    void it_finds_what_looking_at_each_box_finds() {
        var random = new Random(3);
        for (int count : new int[] {1, 2, 8, 9, 100, 1000, 17}) {
            double[] boxes = new double[4 * count];
            for (int i = 0; i < count; i++) {
                double side = random.nextInt(10) == 0 ? 50 : random.nextInt(5);
                boxes[4 * i] = random.nextInt(100);
                boxes[4 * i + 1] = random.nextInt(100);
                boxes[4 * i + 2] = boxes[4 * i] + side;
                boxes[4 * i + 3] = boxes[4 * i + 1] + side;
            }
            tree.build(boxes, count);
            for (int i = 0; i < count; i++) {
                assertThat(found(i)).containsExactlyInAnyOrderElementsOf(looked(boxes, count, i));
            }
        }
    }

    @Test
    void boxes_that_are_all_the_same_are_all_found() {
        tree.build(new double[4 * 100], 100);

        assertThat(found(42)).hasSize(100);
    }

    @Test
    void of_many_that_lie_side_by_side_few_are_looked_at() {
        int across = 300;
        double[] boxes = new double[4 * across * across];
        for (int i = 0; i < across * across; i++) {
            boxes[4 * i] = 2 * (i % across);
            boxes[4 * i + 1] = 2 * (i / across);
            boxes[4 * i + 2] = boxes[4 * i] + 1;
            boxes[4 * i + 3] = boxes[4 * i + 1] + 1;
        }
        tree.build(boxes, across * across);

        assertThat(found(12_345)).containsExactly(12_345);
        assertThat(tree.steps()).isLessThan(200);
    }

    private List<Integer> found(int box) {
        int count = tree.find(box);
        var found = new ArrayList<Integer>();
        for (int i = 0; i < count; i++) {
            found.add(tree.found(i));
        }
        return found;
    }

    private static List<Integer> looked(double[] boxes, int count, int box) {
        var found = new ArrayList<Integer>();
        for (int i = 0; i < count; i++) {
            if (boxes[4 * box] >= boxes[4 * i]
                    && boxes[4 * box + 1] >= boxes[4 * i + 1]
                    && boxes[4 * box + 2] <= boxes[4 * i + 2]
                    && boxes[4 * box + 3] <= boxes[4 * i + 3]) {
                found.add(i);
            }
        }
        return found;
    }
}
