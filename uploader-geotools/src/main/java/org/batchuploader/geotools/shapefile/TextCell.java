package org.batchuploader.geotools.shapefile;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CharsetEncoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import org.batchuploader.core.feature.FeatureSink;
import org.batchuploader.core.feature.ValueType;

/**
 * A text without the blanks that fill its cell; one of blanks only is none. What is no character of the character set
 * becomes U+FFFD, so that all is UTF-8.
 */
final class TextCell extends Cell {
    private final CharsetDecoder decoder;
    private final CharsetEncoder encoder =
            StandardCharsets.UTF_8.newEncoder().onMalformedInput(CodingErrorAction.REPLACE);
    private final boolean plainIsAscii;
    private final CharBuffer letters;
    private final ByteBuffer utf8;
    private ByteBuffer window = ByteBuffer.allocate(0);

    TextCell(DbfColumn column, Charset charset) {
        super(column, ValueType.TEXT);
        decoder = charset.newDecoder()
                .onMalformedInput(CodingErrorAction.REPLACE)
                .onUnmappableCharacter(CodingErrorAction.REPLACE);
        plainIsAscii = isAscii(charset);
        letters = CharBuffer.allocate(2 * column.width() + 2);
        utf8 = ByteBuffer.allocate(3 * letters.capacity());
    }

    /** Whether bytes below 128 are ASCII in it, wherever they stand alone. */
    private static boolean isAscii(Charset charset) {
        byte[] all = new byte[127];
        for (int i = 0; i < all.length; i++) {
            all[i] = (byte) (i + 1);
        }
        return new String(all, charset).equals(new String(all, StandardCharsets.US_ASCII));
    }

    @Override
    boolean put(byte[] bytes, int row, FeatureSink sink) throws IOException {
        int from = row + column.offset();
        int to = from;
        int end = from + column.width();
        while (to < end && bytes[to] != 0) {
            to++;
        }
        while (to > from && bytes[to - 1] == ' ') {
            to--;
        }
        if (to == from) {
            sink.nothing();
        } else if (plainIsAscii && !Bytes.isForeign(bytes, from, to)) {
            sink.text(bytes, from, to - from);
        } else {
            decode(bytes, from, to, sink);
        }
        return true;
    }

    private void decode(byte[] bytes, int from, int to, FeatureSink sink) throws IOException {
        if (window.array() != bytes) {
            window = ByteBuffer.wrap(bytes);
        }
        decoder.reset().decode(window.limit(to).position(from), letters.clear(), true);
        decoder.flush(letters);
        encoder.reset().encode(letters.flip(), utf8.clear(), true);
        sink.text(utf8.array(), utf8.arrayOffset(), utf8.position());
    }
}
