package org.batchuploader.geotools.archive;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;
import org.apache.commons.compress.compressors.bzip2.BZip2CompressorInputStream;
import org.apache.commons.compress.compressors.xz.XZCompressorInputStream;

/**
 * A stream packed as a whole: a tar, or a single file. Whatever is wrong with it is an {@link ArchiveRefused}. Gzip is read
 * by the JDK, which keeps nothing of the name and comment that a header may hold at any length.
 */
final class Packed extends GuardedStream {
    private static final int BUFFER = 1 << 16;
    private final InputStream in;

    private Packed(InputStream in, String archive) {
        super(archive);
        this.in = in;
    }

    /** @param archive its name as it may stand in a sentence */
    static InputStream open(Path file, ArchiveKind kind, String archive) throws IOException {
        InputStream raw = new BufferedInputStream(Files.newInputStream(file), BUFFER);
        try {
            InputStream unpacked =
                    switch (kind) {
                        case GZIP -> new GZIPInputStream(raw, BUFFER);
                        case BZIP2 -> new BZip2CompressorInputStream(raw, true);
                        case XZ ->
                            XZCompressorInputStream.builder()
                                    .setInputStream(raw)
                                    .setDecompressConcatenated(true)
                                    .setMemoryLimitKiB(Unreadable.MEMORY_KIB)
                                    .get();
                        default -> throw new IllegalArgumentException("not packed as a whole: " + kind);
                    };
            return new BufferedInputStream(new Packed(unpacked, archive), BUFFER);
        } catch (IOException | RuntimeException e) {
            raw.close();
            throw Unreadable.refused(archive, e);
        }
    }

    /** Whether what comes out begins as a tar; nothing of it is used up. */
    static boolean isTar(InputStream in) throws IOException {
        in.mark(TarHeader.BLOCK);
        byte[] head = in.readNBytes(TarHeader.BLOCK);
        in.reset();
        return TarHeader.isHeader(head);
    }

    @Override
    int take(byte[] bytes, int offset, int length) throws IOException {
        return in.read(bytes, offset, length);
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
