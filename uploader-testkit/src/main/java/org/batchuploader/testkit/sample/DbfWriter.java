package org.batchuploader.testkit.sample;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;

/** Writes a dBASE III table of five columns. */
final class DbfWriter {
    private static final int NAME_WIDTH = 40;
    private final Charset charset;
    private final int languageDriver;

    DbfWriter(Charset charset, int languageDriver) {
        this.charset = charset;
        this.languageDriver = languageDriver;
    }

    void write(Path dbf, long rows, String text) throws IOException {
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(dbf), 1 << 16)) {
            out.write(header(rows));
            for (long row = 0; row < rows; row++) {
                out.write(' ');
                ascii(out, "%10d".formatted(row + 1));
                byte[] name = (text + " " + (row + 1)).getBytes(charset);
                byte[] padded = Arrays.copyOf(name, NAME_WIDTH);
                if (name.length < NAME_WIDTH) {
                    Arrays.fill(padded, name.length, NAME_WIDTH, (byte) ' ');
                }
                out.write(padded);
                ascii(out, String.format(Locale.ROOT, "%10.2f", row * 1.25 % 9000));
                ascii(out, "20240229");
                out.write(row % 2 == 0 ? 'T' : 'F');
            }
            out.write(0x1A);
        }
    }

    private byte[] header(long rows) {
        int length = 32 + 5 * 32 + 1;
        ByteBuffer header = ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
        header.put(new byte[] {3, 124, 2, 29}).putInt((int) rows).putShort((short) length);
        header.putShort((short) (1 + 10 + NAME_WIDTH + 10 + 8 + 1)).put(29, (byte) languageDriver);
        field(header, 0, "ID", 'N', 10, 0);
        field(header, 1, "NAME", 'C', NAME_WIDTH, 0);
        field(header, 2, "HEIGHT", 'N', 10, 2);
        field(header, 3, "BUILT", 'D', 8, 0);
        field(header, 4, "OPEN", 'L', 1, 0);
        header.put(length - 1, (byte) 0x0D);
        return header.array();
    }

    private static void field(ByteBuffer header, int number, String name, char type, int width, int decimals) {
        int at = 32 + 32 * number;
        header.position(at).put(name.getBytes(StandardCharsets.US_ASCII));
        header.put(at + 11, (byte) type).put(at + 16, (byte) width).put(at + 17, (byte) decimals);
    }

    private static void ascii(OutputStream out, String text) throws IOException {
        out.write(text.getBytes(StandardCharsets.US_ASCII));
    }
}
