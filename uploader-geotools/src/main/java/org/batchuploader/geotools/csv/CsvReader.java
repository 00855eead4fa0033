package org.batchuploader.geotools.csv;

import java.io.BufferedReader;
import java.io.Closeable;
import java.io.IOException;
import java.io.Reader;
import java.util.ArrayList;
import java.util.List;
import org.batchuploader.geotools.DamagedFile;

/** Reads records after RFC 4180, with any delimiter; a quote within an unquoted cell is taken as it is. */
final class CsvReader implements Closeable {
    /** Characters of one record, line breaks within quotes counted. */
    private static final int LONGEST = 16_000_000;

    private static final int MOST_CELLS = 4096;

    private final String file;
    private final BufferedReader in;
    private final char delimiter;
    private final StringBuilder cell = new StringBuilder();
    private long line;
    private long begun;
    private int length;

    CsvReader(String file, Reader in, char delimiter) {
        this.file = file;
        this.in = new BufferedReader(in, 1 << 16);
        this.delimiter = delimiter;
    }

    /** The line on which the record last read begins, from 1. */
    long line() {
        return begun;
    }

    /** The cells of the next record, empty lines passed over; empty at the end. */
    List<String> next() throws IOException, DamagedFile {
        List<String> cells = new ArrayList<>();
        int c = in.read();
        while (c == '\n' || c == '\r') {
            line += c == '\n' ? 1 : 0;
            c = in.read();
        }
        begun = line + 1;
        length = 0;
        while (c >= 0) {
            c = cell(c);
            cells.add(cell.toString());
            if (cells.size() > MOST_CELLS) {
                throw new DamagedFile("Line %d of %s has more than %d cells.".formatted(begun, file, MOST_CELLS));
            }
            if (c != delimiter) {
                break;
            }
            c = in.read();
            if (c < 0) {
                cells.add("");
            }
        }
        if (c == '\n') {
            line++;
        }
        return cells;
    }

    /** Reads a cell that begins with that character, and answers the one behind it. */
    private int cell(int first) throws IOException, DamagedFile {
        cell.setLength(0);
        int c = first;
        if (c == '"') {
            quoted();
            c = in.read();
        }
        while (c >= 0 && c != delimiter && c != '\n' && c != '\r') {
            append(c);
            c = in.read();
        }
        return c;
    }

    private void quoted() throws IOException, DamagedFile {
        while (true) {
            int c = in.read();
            if (c < 0) {
                throw new DamagedFile(
                        "A quote opened in the record of line %d of %s is never closed.".formatted(begun, file));
            }
            if (c == '"') {
                in.mark(1);
                if (in.read() != '"') {
                    in.reset();
                    return;
                }
            }
            line += c == '\n' ? 1 : 0;
            append(c);
        }
    }

    private void append(int c) throws DamagedFile {
        if (++length > LONGEST) {
            throw new DamagedFile(
                    "The record of line %d of %s is longer than %d characters.".formatted(begun, file, LONGEST));
        }
        cell.append((char) c);
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
