package org.batchuploader.geotools.render;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** Writes pieces of JSON (RFC 8259) as they come. */
final class JsonOut {
    private static final int DECIMALS = 8;
    private final Writer out;

    JsonOut(OutputStream stream) {
        out = new BufferedWriter(new OutputStreamWriter(stream, StandardCharsets.UTF_8), 1 << 15);
    }

    JsonOut raw(String text) throws IOException {
        out.write(text);
        return this;
    }

    /** A number, a truth value or null as such, everything else as text. */
    JsonOut value(@Nullable Object value) throws IOException {
        return value == null || value instanceof Number || value instanceof Boolean
                ? raw(String.valueOf(value))
                : text(value.toString());
    }

    JsonOut text(String text) throws IOException {
        out.write('"');
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '"' || c == '\\') {
                out.write('\\');
                out.write(c);
            } else if (c < 0x20 || c == '\u2028' || c == '\u2029' || c == '<') {
                out.write("\\u%04x".formatted((int) c));
            } else {
                out.write(c);
            }
        }
        out.write('"');
        return this;
    }

    /** A position in degrees, longitude first. */
    JsonOut position(double[] point) throws IOException {
        return raw("[").raw(plain(point[0])).raw(",").raw(plain(point[1])).raw("]");
    }

    private static String plain(double degrees) {
        BigDecimal rounded = BigDecimal.valueOf(degrees).setScale(DECIMALS, RoundingMode.HALF_EVEN);
        return rounded.signum() == 0 ? "0" : rounded.stripTrailingZeros().toPlainString();
    }

    void flush() throws IOException {
        out.flush();
    }
}
