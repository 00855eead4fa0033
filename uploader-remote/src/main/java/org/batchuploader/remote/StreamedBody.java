package org.batchuploader.remote;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalLong;

/** A file body that is read while it is sent. */
public interface StreamedBody {
    /** Opens it at its beginning; the one who opens closes. */
    InputStream open() throws IOException;

    /** In bytes, when it is known before it is read. */
    default OptionalLong length() throws IOException {
        return OptionalLong.empty();
    }

    /** A file on disk. */
    static StreamedBody of(Path file) {
        return new StreamedBody() {
            @Override
            public InputStream open() throws IOException {
                return Files.newInputStream(file);
            }

            @Override
            public OptionalLong length() throws IOException {
                return OptionalLong.of(Files.size(file));
            }
        };
    }
}
