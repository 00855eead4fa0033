package org.batchuploader.geotools.conversion;

import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** A file whose header is known only when all of it is written. */
final class TempFile implements Closeable {
    private final Path path;
    private final OutputStream out;

    TempFile(Path path, int header) throws IOException {
        this.path = path;
        this.out = new BufferedOutputStream(Files.newOutputStream(path), 1 << 16);
        out.write(new byte[header]);
    }

    void write(byte[] bytes) throws IOException {
        out.write(bytes);
    }

    void finish(byte[] header) throws IOException {
        out.close();
        try (FileChannel channel = FileChannel.open(path, StandardOpenOption.WRITE)) {
            ByteBuffer bytes = ByteBuffer.wrap(header);
            while (bytes.hasRemaining()) {
                channel.write(bytes, bytes.position());
            }
        }
    }

    @Override
    public void close() throws IOException {
        out.close();
    }
}
