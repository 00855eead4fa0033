package org.batchuploader.geotools.archive;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/**
 * One header block of a tar, after POSIX.1-1988 (ustar) and GNU tar's additions.
 *
 * @param size bytes that follow
 */
record TarHeader(String path, char type, long size) {
    static final int BLOCK = 512;
    private static final Charset WINDOWS = Charset.forName("windows-1252");
    private static final int CHECKSUM = 148;
    private static final int SIZE = 124;

    /** Whether the block's check sum is that of a header; all-zero blocks, which end a tar, have none. */
    static boolean isHeader(byte[] block) {
        if (block.length < BLOCK) {
            return false;
        }
        long unsigned = 8 * ' ';
        long signed = unsigned;
        for (int i = 0; i < BLOCK; i++) {
            if (i < CHECKSUM || i >= CHECKSUM + 8) {
                unsigned += block[i] & 0xFF;
                signed += block[i];
            }
        }
        long written = octal(block, CHECKSUM, 8);
        return unsigned > 8 * ' ' && (written == unsigned || written == signed);
    }

    static TarHeader of(byte[] block) throws ArchiveRefused {
        String name = text(block, 0, 100);
        boolean ustar = text(block, 257, 5).equals("ustar") && block[262] == 0;
        String prefix = ustar ? text(block, 345, 155) : "";
        long size = size(block);
        if (size < 0) {
            throw EntryName.refused(name, "has no size");
        }
        return new TarHeader(prefix.isEmpty() ? name : prefix + "/" + name, (char) (block[156] & 0xFF), size);
    }

    /** Above 8 GiB GNU tar writes the number in base 256, and says so in the first bit. */
    private static long size(byte[] block) {
        if ((block[SIZE] & 0x80) == 0) {
            return octal(block, SIZE, 12);
        }
        return block[SIZE] == (byte) 0x80 ? ByteBuffer.wrap(block, SIZE + 4, 8).getLong() : -1;
    }

    /** -1 when it is no number. */
    private static long octal(byte[] block, int offset, int length) {
        long value = 0;
        boolean ended = false;
        boolean begun = false;
        for (int i = offset; i < offset + length && !ended; i++) {
            int digit = block[i] - '0';
            if (digit >= 0 && digit < 8) {
                value = value * 8 + digit;
                begun = true;
            } else if (block[i] == 0 || block[i] == ' ') {
                ended = begun;
            } else {
                return -1;
            }
        }
        return begun ? value : 0;
    }

    private static String text(byte[] block, int offset, int length) {
        int end = offset;
        while (end < offset + length && block[end] != 0) {
            end++;
        }
        return decode(block, offset, end - offset);
    }

    /** UTF-8 where it is so; tar itself says nothing of charsets. */
    static String decode(byte[] bytes, int offset, int length) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes, offset, length))
                    .toString();
        } catch (CharacterCodingException e) {
            return new String(bytes, offset, length, WINDOWS);
        }
    }
}
