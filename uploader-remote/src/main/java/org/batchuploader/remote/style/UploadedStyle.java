package org.batchuploader.remote.style;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** What an uploaded {@code .sld} is worth. */
public sealed interface UploadedStyle {
    /** Bytes of the largest file that is looked at. */
    int LARGEST = 1024 * 1024;

    /**
     * It can be used.
     *
     * @param version {@code 1.0.0} or {@code 1.1.0}
     * @param sld as it may be given to a map server, without what it pointed to
     * @param leftOut what is no longer in it, in words; empty when it is all there
     */
    record Fit(String version, String sld, List<String> leftOut) implements UploadedStyle {
        public Fit {
            leftOut = List.copyOf(leftOut);
        }
    }

    /** It cannot, and why, in words. */
    record Unfit(String reason) implements UploadedStyle {}

    /**
     * Reads an OGC Styled Layer Descriptor 1.0 (OGC 02-070) or 1.1 (OGC 05-078r4). Pictures, fonts, data and services that
     * it points to are left out; a document type, a reference to a transformation or a function that is not known to be harmless
     * makes it unfit.
     *
     * @throws IOException when the file cannot be read
     */
    static UploadedStyle read(Path file) throws IOException {
        byte[] bytes;
        try (InputStream in = Files.newInputStream(file)) {
            bytes = in.readNBytes(LARGEST + 1);
        }
        return bytes.length > LARGEST
                ? new Unfit("it is larger than " + LARGEST / 1024 + " kB")
                : new StyleCleaner().clean(bytes);
    }
}
