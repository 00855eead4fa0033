package org.batchuploader.app.http;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/** The part of a path that says a file's name, as sent: nothing is normalised away before the name was looked at. */
final class RawPath {
    private RawPath() {}

    /** What is behind the prefix, percent-decoded as strict UTF-8. */
    static String behind(String path, String prefix) {
        return decode(path.substring(prefix.length()));
    }

    private static String decode(String raw) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(raw.length());
        for (int i = 0; i < raw.length(); i++) {
            char c = raw.charAt(i);
            if (c == '%') {
                bytes.write(hex(raw, i + 1) * 16 + hex(raw, i + 2));
                i += 2;
            } else {
                bytes.writeBytes(String.valueOf(c).getBytes(StandardCharsets.UTF_8));
            }
        }
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes.toByteArray()))
                    .toString();
        } catch (CharacterCodingException e) {
            throw Refusal.bad("NAME_INVALID", "A file name must be percent-encoded UTF-8.");
        }
    }

    private static int hex(String raw, int at) {
        int digit = at < raw.length() ? Character.digit(raw.charAt(at), 16) : -1;
        if (digit < 0) {
            throw Refusal.bad("NAME_INVALID", "A file name must be percent-encoded UTF-8.");
        }
        return digit;
    }
}
