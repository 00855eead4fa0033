package org.batchuploader.geotools.shapefile;

import java.io.IOException;

/**
 * Finds out how long rows are and where they begin, by looking whether there would be the mark that rows begin with, and
 * whether the file would end where they do.
 *
 * @param rows as the header says
 */
record DbfFrame(FileWindow file, long rows) {
    /** -1 when nothing fits. */
    int rowLength(int said, int needed, int... starts) throws IOException {
        if (said == needed || (said > needed && !isWhole(needed, starts))) {
            return said;
        }
        if (isWhole(needed, starts)) {
            return needed;
        }
        return said > needed ? said : -1;
    }

    private boolean isWhole(int rowLength, int... starts) throws IOException {
        for (int start : starts) {
            if (isExact(rowLength, start) && isMarked(rowLength, start)) {
                return true;
            }
        }
        return false;
    }

    /** -1 when it is nowhere. */
    int start(int rowLength, int said, int... others) throws IOException {
        if (isExact(rowLength, said) && isMarked(rowLength, said)) {
            return said;
        }
        for (int other : others) {
            if (isExact(rowLength, other) && isMarked(rowLength, other)) {
                return other;
            }
        }
        if (isMarked(rowLength, said)) {
            return said;
        }
        for (int other : others) {
            if (isMarked(rowLength, other)) {
                return other;
            }
        }
        return said > DbfHeader.DESCRIPTOR && said <= file.size() ? said : -1;
    }

    /** Whether the file ends where the rows do, the end mark or a byte to make it even counted. */
    private boolean isExact(int rowLength, int start) {
        long rest = file.size() - start - rows * rowLength;
        return start > DbfHeader.DESCRIPTOR && rest >= 0 && rest <= 2;
    }

    private boolean isMarked(int rowLength, int start) throws IOException {
        if (start <= DbfHeader.DESCRIPTOR || start > file.size()) {
            return false;
        }
        long room = Math.min(rows, (file.size() - start) / rowLength);
        for (long row = 0; row < Math.min(3, room); row++) {
            long offset = start + row * rowLength;
            int at = file.at(offset, 1);
            byte mark = file.bytes()[at];
            if (mark != ' ' && mark != '*') {
                return false;
            }
        }
        return true;
    }
}
