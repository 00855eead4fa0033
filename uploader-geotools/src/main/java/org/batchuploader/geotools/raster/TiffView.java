package org.batchuploader.geotools.raster;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.StandardOpenOption;
import javax.imageio.stream.ImageInputStreamImpl;
import org.batchuploader.core.inspect.SourceFile;
import org.batchuploader.geotools.DamagedFile;

/**
 * One image of a TIFF as its decoder gets to see it: the file's bytes, but for a directory of ours behind them that holds
 * what pixels are unpacked by and nothing else. A decoder loads whatever a directory has, however long, hands colour
 * profiles to native code, and goes on to further directories.
 */
final class TiffView extends ImageInputStreamImpl {
    private final FileChannel channel;
    private final long size;
    private final byte[] head;
    private final byte[] directory;

    private TiffView(FileChannel channel, long size, byte[] head, byte[] directory) {
        this.channel = channel;
        this.size = size;
        this.head = head;
        this.directory = directory;
    }

    static TiffView open(SourceFile file, DrawableTiff drawable) throws IOException, DamagedFile {
        FileChannel channel = FileChannel.open(file.path(), StandardOpenOption.READ);
        try {
            var bytes = TiffBytes.of(file, channel);
            byte[] directory = drawable.directory(bytes).bytes(bytes.size(), 0);
            byte[] head = TiffTags.header(bytes.order(), bytes.big(), bytes.size());
            return new TiffView(channel, bytes.size(), head, directory);
        } catch (IOException | DamagedFile | RuntimeException e) {
            channel.close();
            throw e;
        }
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
        setBitOffset(0);
        int got;
        if (streamPos < head.length) {
            got = copy(head, streamPos, into, offset, length);
        } else if (streamPos < size) {
            got = channel.read(ByteBuffer.wrap(into, offset, (int) Math.min(length, size - streamPos)), streamPos);
        } else {
            got = copy(directory, streamPos - size, into, offset, length);
        }
        streamPos += Math.max(0, got);
        return got;
    }

    private static int copy(byte[] from, long at, byte[] into, int offset, int length) {
        int count = (int) Math.min(length, from.length - at);
        if (count <= 0) {
            return -1;
        }
        System.arraycopy(from, (int) at, into, offset, count);
        return count;
    }

    @Override
    public long length() {
        return size + directory.length;
    }

    @Override
    public void close() throws IOException {
        super.close();
        channel.close();
    }
}
