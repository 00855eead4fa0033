package org.batchuploader.geotools.charset;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Some of the texts seen, each once: the first ones, and of those behind them one in {@value #STRIDE} in turn, so that
 * the end of a long table has its say. Never more than {@value #MOST} texts of {@value #LONGEST} bytes.
 */
final class CellSample {
    private static final int MOST = 512;
    private static final int LONGEST = 160;
    private static final int STRIDE = 64;

    private final List<byte[]> cells = new ArrayList<>();
    private final Set<Integer> hashes = new HashSet<>();
    private long seen;

    void add(byte[] bytes, int offset, int length) {
        seen++;
        boolean full = cells.size() == MOST;
        if (full && seen % STRIDE != 0) {
            return;
        }
        byte[] cell = Arrays.copyOfRange(bytes, offset, offset + Math.min(length, LONGEST));
        if (!hashes.add(Arrays.hashCode(cell))) {
            return;
        }
        if (full) {
            int slot = MOST / 2 + (int) (seen / STRIDE % (MOST / 2));
            hashes.remove(Arrays.hashCode(cells.get(slot)));
            cells.set(slot, cell);
        } else {
            cells.add(cell);
        }
    }

    boolean isFull() {
        return cells.size() == MOST;
    }

    List<byte[]> cells() {
        return cells;
    }
}
