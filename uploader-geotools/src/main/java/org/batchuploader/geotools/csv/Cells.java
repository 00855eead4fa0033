package org.batchuploader.geotools.csv;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.batchuploader.geotools.charset.TextEvidence;

/**
 * Shows the cells of a table whose charset is not yet known: what is between commas, semicolons, tabs, quotes and the ends
 * of lines, which in no set of several bytes are part of another character. In one pass, never more than one cell in memory.
 */
final class Cells {
    private static final int LONGEST = 1 << 15;
    private static final int MOST_NAMES = 4096;

    private final TextEvidence evidence;
    private final List<byte[]> header = new ArrayList<>();
    private final byte[] cell = new byte[LONGEST];
    private int length;
    private long row;
    private int field;

    Cells(TextEvidence evidence) {
        this.evidence = evidence;
    }

    /** The cells of the first line; {@code skipped} bytes are passed over. */
    List<byte[]> look(Path file, int skipped) throws IOException {
        byte[] buffer = new byte[1 << 16];
        try (InputStream in = Files.newInputStream(file)) {
            in.skipNBytes(skipped);
            for (int got = in.read(buffer); got >= 0; got = in.read(buffer)) {
                for (int i = 0; i < got; i++) {
                    take(buffer[i]);
                }
            }
        }
        show(length);
        return header;
    }

    private void take(byte b) {
        switch (b) {
            case '\n' -> {
                show(length);
                row++;
                field = 0;
            }
            case ',', ';', '\t' -> {
                show(length);
                field++;
            }
            case '"', '\r' -> show(length);
            default -> {
                if (length == LONGEST) {
                    show(whole());
                }
                cell[length++] = b;
            }
        }
    }

    /** How much of a cell that is too long goes up to a space, or else nearly all: no character is cut in two. */
    private int whole() {
        for (int at = length; at > length / 2; at--) {
            if (cell[at - 1] == ' ') {
                return at;
            }
        }
        return length;
    }

    /** Shows the beginning of the cell, and keeps the rest. */
    private void show(int end) {
        if (row == 0 && end > 0 && header.size() < MOST_NAMES && header.size() <= field) {
            header.add(Arrays.copyOf(cell, Math.min(end, 200)));
        }
        if (end > 0) {
            evidence.look(cell, 0, end, row, field);
        }
        System.arraycopy(cell, end, cell, 0, length - end);
        length -= end;
    }
}
