package org.batchuploader.geotools.charset;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/**
 * Reads bytes strictly in one character set, without an object per text: by a table where each byte is a character, by
 * the JDK's decoder where not. Not thread-safe.
 */
final class ByteReader {
    private static final int LONGEST = 1 << 16;

    private final Charset charset;
    private final CharsetDecoder decoder;
    private final int[] table;
    private char[] text = new char[256];
    private int length;
    private boolean cut;

    ByteReader(Charset charset) {
        this.charset = charset;
        this.decoder = charset.newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        this.table = isSingle(decoder) ? table() : new int[0];
    }

    private static boolean isSingle(CharsetDecoder decoder) {
        return decoder.maxCharsPerByte() == 1f
                && decoder.averageCharsPerByte() == 1f
                && !decoder.charset().equals(StandardCharsets.UTF_8)
                && decoder.charset().canEncode()
                && decoder.charset().newEncoder().maxBytesPerChar() == 1f;
    }

    private int[] table() {
        var characters = new int[256];
        for (int b = 0; b < 256; b++) {
            characters[b] = decode(new byte[] {(byte) b}, 0, 1, true) && length == 1 ? text[0] : -1;
        }
        return characters;
    }

    Charset charset() {
        return charset;
    }

    /** Whether each byte is a character. */
    boolean isSingle() {
        return table.length > 0;
    }

    /** The character a byte is, -1 for none. Only of a set where each byte is one. */
    int character(int b) {
        return table[b];
    }

    /** Whether the bytes can be read; a character that the end cuts off is no fault. What was read is in {@link #text}. */
    boolean read(byte[] bytes, int offset, int count) {
        if (!isSingle()) {
            return decode(bytes, offset, Math.min(count, LONGEST), false);
        }
        reserve(count);
        for (int i = 0; i < count; i++) {
            int character = table[bytes[offset + i] & 0xFF];
            if (character < 0) {
                return false;
            }
            text[i] = (char) character;
        }
        length = count;
        cut = false;
        return true;
    }

    private boolean decode(byte[] bytes, int offset, int count, boolean whole) {
        reserve(2 * count);
        CharBuffer out = CharBuffer.wrap(text);
        decoder.reset();
        ByteBuffer in = ByteBuffer.wrap(bytes, offset, count);
        boolean good = !decoder.decode(in, out, whole).isError();
        length = out.position();
        cut = in.hasRemaining();
        return good;
    }

    private void reserve(int characters) {
        if (text.length < characters) {
            text = new char[Math.max(characters, Math.min(2 * text.length, 2 * LONGEST))];
        }
    }

    /** What was read last; valid up to {@link #length} and until the next call. */
    char[] text() {
        return text;
    }

    int length() {
        return length;
    }

    /** Whether an incomplete character was at the end. */
    boolean isCut() {
        return cut;
    }
}
