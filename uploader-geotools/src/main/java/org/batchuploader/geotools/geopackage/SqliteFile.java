package org.batchuploader.geotools.geopackage;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.StandardOpenOption;
import org.batchuploader.core.inspect.ProblemCode;
import org.batchuploader.core.inspect.SourceFile;
import org.batchuploader.geotools.DamagedFile;

/** The pages of a SQLite database, after "Database File Format" of sqlite.org, chapter 1. Pages are numbered from 1. */
final class SqliteFile implements Closeable {
    private static final int HEADER = 100;
    private static final byte[] MAGIC = "SQLite format 3\0".getBytes(StandardCharsets.US_ASCII);

    private final String name;
    private final FileChannel channel;
    private final int pageSize;
    private final int usable;
    private final long pages;
    private final Charset charset;

    private SqliteFile(String name, FileChannel channel) throws IOException, DamagedFile {
        this.name = name;
        this.channel = channel;
        ByteBuffer header = ByteBuffer.allocate(HEADER);
        fill(header, 0);
        byte[] magic = new byte[MAGIC.length];
        header.get(0, magic);
        if (!java.util.Arrays.equals(magic, MAGIC)) {
            throw new DamagedFile(ProblemCode.FORMAT_UNSUPPORTED, name + " is not a GeoPackage.");
        }
        int size = header.getShort(16) & 0xFFFF;
        pageSize = size == 1 ? 1 << 16 : size;
        usable = pageSize - (header.get(20) & 0xFF);
        if (Integer.bitCount(pageSize) != 1 || pageSize < 512 || usable < 480) {
            throw damaged("has pages of %d bytes, which cannot be".formatted(pageSize));
        }
        pages = channel.size() / pageSize;
        charset = switch (header.getInt(56)) {
            case 2 -> StandardCharsets.UTF_16LE;
            case 3 -> StandardCharsets.UTF_16BE;
            default -> StandardCharsets.UTF_8;
        };
        long declared = header.getInt(28) & 0xFFFFFFFFL;
        boolean valid = header.getInt(24) == header.getInt(92);
        if (valid && declared > pages) {
            throw damaged("is cut off: it has %d of %d pages".formatted(pages, declared));
        }
    }

    static SqliteFile open(SourceFile file) throws IOException, DamagedFile {
        FileChannel channel = FileChannel.open(file.path(), StandardOpenOption.READ);
        try {
            return new SqliteFile(file.name(), channel);
        } catch (IOException | DamagedFile | RuntimeException e) {
            channel.close();
            throw e;
        }
    }

    String name() {
        return name;
    }

    Charset charset() {
        return charset;
    }

    /** Bytes of a page that hold content. */
    int usable() {
        return usable;
    }

    long pages() {
        return pages;
    }

    ByteBuffer page(long number) throws IOException, DamagedFile {
        if (number < 1 || number > pages) {
            throw damaged("refers to page %d of %d".formatted(number, pages));
        }
        ByteBuffer page = ByteBuffer.allocate(pageSize);
        fill(page, (number - 1) * pageSize);
        return page;
    }

    private void fill(ByteBuffer buffer, long offset) throws IOException, DamagedFile {
        while (buffer.hasRemaining()) {
            if (channel.read(buffer, offset + buffer.position()) < 0) {
                throw damaged("is cut off");
            }
        }
        buffer.flip();
    }

    DamagedFile damaged(String what) {
        return new DamagedFile("%s %s.".formatted(name, what));
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
