package org.batchuploader.geotools.raster;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.Locale;
import org.batchuploader.core.inspect.SourceFile;
import org.batchuploader.geotools.DamagedFile;

/** Words of a text, one at a time, those that are numbers as such. A comma may stand for the decimal point. */
final class AsciiNumbers implements Closeable {
    private static final int LONGEST = 64;
    private static final double[] TENS = new double[19];

    static {
        double ten = 1;
        for (int i = 0; i < TENS.length; i++, ten *= 10) {
            TENS[i] = ten;
        }
    }

    private final String name;
    private final InputStream in;
    private final byte[] buffer = new byte[1 << 16];
    private int at;
    private int limit;
    private final byte[] word = new byte[LONGEST];
    private int length;

    AsciiNumbers(SourceFile file) throws IOException {
        this.name = file.name();
        this.in = Files.newInputStream(file.path());
    }

    /** Goes to the next word; false at the end. */
    boolean next() throws IOException, DamagedFile {
        int octet = read();
        while (octet >= 0 && octet <= ' ') {
            octet = read();
        }
        length = 0;
        while (octet > ' ') {
            if (length == LONGEST) {
                throw new DamagedFile("%s is no grid of numbers: it has \"%s...\".".formatted(name, text()));
            }
            word[length++] = (byte) (octet == ',' ? '.' : octet);
            octet = read();
        }
        return length > 0;
    }

    String text() {
        return new String(word, 0, length, StandardCharsets.US_ASCII);
    }

    /** The word as a number; what some programs write for no number is one. */
    double number() throws DamagedFile {
        int i = word[0] == '-' || word[0] == '+' ? 1 : 0;
        long digits = 0;
        int decimals = -1;
        boolean plain = length > i && length <= 18;
        for (; plain && i < length; i++) {
            if (word[i] >= '0' && word[i] <= '9') {
                digits = digits * 10 + word[i] - '0';
                decimals += decimals >= 0 ? 1 : 0;
            } else {
                plain = word[i] == '.' && decimals < 0;
                decimals = 0;
            }
        }
        if (plain && digits < 1L << 53) {
            double value = decimals > 0 ? digits / TENS[decimals] : digits;
            return word[0] == '-' ? -value : value;
        }
        return slowly();
    }

    private double slowly() throws DamagedFile {
        String text = text();
        if (text.toLowerCase(Locale.ROOT).matches("[+-]?(nan|1\\.#(ind|qnan|snan)0*)")) {
            return Double.NaN;
        }
        try {
            return Double.parseDouble(text);
        } catch (NumberFormatException e) {
            throw new DamagedFile("%s has \"%s\" where a number should be.".formatted(name, printable(text)));
        }
    }

    private static String printable(String text) {
        return text.replaceAll("[^\\x20-\\x7e]", "?");
    }

    private int read() throws IOException {
        if (at == limit) {
            limit = in.read(buffer, 0, buffer.length);
            at = 0;
            if (limit <= 0) {
                limit = 0;
                return -1;
            }
        }
        return buffer[at++] & 0xFF;
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
