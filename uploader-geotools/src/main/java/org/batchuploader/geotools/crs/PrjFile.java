package org.batchuploader.geotools.crs;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.Optional;
import org.batchuploader.core.inspect.SourceFile;

/** The text of a {@code .prj}. */
public final class PrjFile {
    private static final int MAX_LENGTH = 1 << 16;

    private PrjFile() {}

    /** The text, empty when there is no file or nothing in it. */
    public static String read(Optional<SourceFile> prj) throws IOException {
        if (prj.isEmpty()) {
            return "";
        }
        try (InputStream in = Files.newInputStream(prj.get().path())) {
            byte[] bytes = in.readNBytes(MAX_LENGTH);
            return new String(bytes, charset(bytes))
                    .replace("\uFEFF", "")
                    .replace("\0", "")
                    .strip();
        }
    }

    private static Charset charset(byte[] bytes) {
        if (bytes.length > 1 && (bytes[0] & 0xFF) + (bytes[1] & 0xFF) == 0xFE + 0xFF && bytes[0] < 0) {
            return StandardCharsets.UTF_16;
        }
        return StandardCharsets.UTF_8;
    }
}
