package org.batchuploader.geotools.csv;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * A text file and the charset it is in: as chosen, as its byte order mark says, UTF-8 if all of it is, else windows-1252.
 *
 * @param mark bytes of the byte order mark
 * @param guessed whether only the bytes speak for the charset
 */
record TextFile(Path path, Charset charset, int mark, boolean guessed) {
    static TextFile of(Path path, @Nullable String chosen) throws IOException {
        byte[] head;
        try (InputStream in = Files.newInputStream(path)) {
            head = in.readNBytes(3);
        }
        if (head.length == 3 && (head[0] & 0xFF) == 0xEF && (head[1] & 0xFF) == 0xBB && (head[2] & 0xFF) == 0xBF) {
            return new TextFile(path, StandardCharsets.UTF_8, 3, false);
        }
        if (head.length >= 2 && (head[0] & 0xFF) == 0xFF && (head[1] & 0xFF) == 0xFE) {
            return new TextFile(path, StandardCharsets.UTF_16LE, 2, false);
        }
        if (head.length >= 2 && (head[0] & 0xFF) == 0xFE && (head[1] & 0xFF) == 0xFF) {
            return new TextFile(path, StandardCharsets.UTF_16BE, 2, false);
        }
        if (chosen != null) {
            return new TextFile(path, Charset.forName(chosen), 0, false);
        }
        return isUtf8(path)
                ? new TextFile(path, StandardCharsets.UTF_8, 0, false)
                : new TextFile(path, Charset.forName("windows-1252"), 0, true);
    }

    private static boolean isUtf8(Path path) throws IOException {
        CharsetDecoder decoder = StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        ByteBuffer bytes = ByteBuffer.allocate(1 << 16);
        CharBuffer chars = CharBuffer.allocate(1 << 16);
        try (InputStream in = Files.newInputStream(path)) {
            while (true) {
                int got = in.read(bytes.array(), bytes.position(), bytes.remaining());
                bytes.position(bytes.position() + Math.max(0, got)).flip();
                chars.clear();
                if (decoder.decode(bytes, chars, got < 0).isError()) {
                    return false;
                }
                if (got < 0) {
                    return true;
                }
                bytes.compact();
            }
        }
    }

    Reader open() throws IOException {
        InputStream in = Files.newInputStream(path);
        in.skipNBytes(mark);
        return new InputStreamReader(in, charset);
    }
}
