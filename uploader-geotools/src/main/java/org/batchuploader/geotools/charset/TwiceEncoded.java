package org.batchuploader.geotools.charset;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * UTF-8 that was taken for windows-1252 or ISO-8859-1 once and put into UTF-8 again.
 *
 * @param now how it reads
 * @param once what it was
 */
record TwiceEncoded(String now, String once) {
    /** An example, when most of the texts are so. */
    static Optional<TwiceEncoded> find(List<byte[]> texts) {
        for (String taken : List.of("windows-1252", "ISO-8859-1")) {
            List<TwiceEncoded> found = texts.stream()
                    .map(text -> undone(text, Charset.forName(taken)))
                    .flatMap(Optional::stream)
                    .toList();
            if (found.size() * 2 > texts.size()) {
                return Optional.of(found.get(0));
            }
        }
        return Optional.empty();
    }

    private static Optional<TwiceEncoded> undone(byte[] text, Charset taken) {
        String now = new String(text, StandardCharsets.UTF_8);
        byte[] before = now.getBytes(taken);
        boolean undoable = now.equals(new String(before, taken))
                && Utf8.fits(before, 0, before.length)
                && !Arrays.equals(before, text);
        String once = new String(before, StandardCharsets.UTF_8);
        return undoable && once.chars().anyMatch(c -> c >= 0x80) && once.indexOf('\uFFFD') < 0
                ? Optional.of(new TwiceEncoded(now, once))
                : Optional.empty();
    }
}
