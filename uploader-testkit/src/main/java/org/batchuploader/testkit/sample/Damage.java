package org.batchuploader.testkit.sample;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** Ways in which files come to harm. Each changes the file in place and answers it. */
public final class Damage {
    private static final byte[] JPEG = {
        (byte) 0xFF, (byte) 0xD8, (byte) 0xFF, (byte) 0xE0, 0, 16, 'J', 'F', 'I', 'F', 0, 1, 1, 0, 0, 1, 0, 1, 0, 0
    };

    private Damage() {}

    /** As a transfer that broke off leaves it. */
    public static Path cutInHalf(Path file) throws IOException {
        return cutTo(file, Files.size(file) / 2);
    }

    public static Path cutTo(Path file, long bytes) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            channel.truncate(bytes);
        }
        return file;
    }

    /** Replaces what is there, from that byte on. */
    public static Path overwrite(Path file, long offset, byte... bytes) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            channel.write(ByteBuffer.wrap(bytes), offset);
        }
        return file;
    }

    /** Puts a number there, most significant byte first. */
    public static Path overwriteInt(Path file, long offset, int value) throws IOException {
        return overwrite(file, offset, ByteBuffer.allocate(4).putInt(value).array());
    }

    /** Puts numbers there, in the byte order of a shapefile's coordinates. */
    public static Path overwriteDoubles(Path file, long offset, double... values) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(8 * values.length).order(ByteOrder.LITTLE_ENDIAN);
        for (double value : values) {
            bytes.putDouble(value);
        }
        return overwrite(file, offset, bytes.array());
    }

    /** Adds bytes behind the end. */
    public static Path append(Path file, byte... bytes) throws IOException {
        return Files.write(file, bytes, StandardOpenOption.APPEND);
    }

    /** Puts the beginning of a JPEG in the file's place. */
    public static Path replaceByJpeg(Path file) throws IOException {
        ByteBuffer picture = ByteBuffer.allocate(512).put(JPEG);
        return Files.write(file, picture.array());
    }

    /** Lets the index point to other places than the records'. */
    public static Path shiftIndex(Path shx) throws IOException {
        return overwriteInt(shx, 100, 7777);
    }
}
