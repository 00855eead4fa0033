package org.batchuploader.testkit.sample;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;

/** Lays out a zip after PKWARE's APPNOTE, without the care of {@link java.util.zip.ZipOutputStream}. */
@SuppressWarnings("ArrayRecordComponent")
final class ZipWriter {
    /**
     * @param zeros bytes of zero behind the content
     * @param unixMode file type and permissions, 0 for none
     */
    record Entry(String name, byte[] content, long zeros, int unixMode) {}

    private record Packed(Entry entry, byte[] name, byte[] data, long size, int crc) {}

    private final Charset names;
    private final boolean encrypted;
    private final boolean overlapping;
    private final int method;

    ZipWriter(Charset names, boolean encrypted, boolean overlapping, int method) {
        this.names = names;
        this.encrypted = encrypted;
        this.overlapping = overlapping;
        this.method = method;
    }

    void write(Path file, List<Entry> entries) throws IOException {
        var central = new ByteArrayOutputStream();
        long offset = 0;
        try (OutputStream out = Files.newOutputStream(file)) {
            boolean first = true;
            for (Entry entry : entries) {
                Packed packed = pack(entry);
                if (first || !overlapping) {
                    byte[] local = header(packed, false, 0);
                    out.write(local);
                    out.write(packed.data());
                    central.write(header(packed, true, offset));
                    offset += local.length + packed.data().length;
                } else {
                    central.write(header(packed, true, 0));
                }
                first = false;
            }
            central.writeTo(out);
            out.write(end(entries.size(), central.size(), offset));
        }
    }

    private Packed pack(Entry entry) throws IOException {
        var data = new ByteArrayOutputStream();
        var crc = new CRC32();
        var deflater = new Deflater(Deflater.DEFAULT_COMPRESSION, true);
        try (OutputStream packing = new DeflaterOutputStream(data, deflater)) {
            packing.write(entry.content());
            crc.update(entry.content());
            byte[] block = new byte[1 << 16];
            for (long left = entry.zeros(); left > 0; left -= block.length) {
                int length = (int) Math.min(left, block.length);
                packing.write(block, 0, length);
                crc.update(block, 0, length);
            }
        } finally {
            deflater.end();
        }
        return new Packed(
                entry, entry.name().getBytes(names), data.toByteArray(), entry.content().length + entry.zeros(), (int)
                        crc.getValue());
    }

    private byte[] header(Packed packed, boolean central, long offset) {
        ByteBuffer out =
                ByteBuffer.allocate((central ? 46 : 30) + packed.name().length).order(ByteOrder.LITTLE_ENDIAN);
        out.putInt(central ? 0x02014b50 : 0x04034b50);
        if (central) {
            out.putShort((short) (3 << 8 | 20));
        }
        int flags = (names.equals(StandardCharsets.UTF_8) ? 1 << 11 : 0) | (encrypted ? 1 : 0);
        out.putShort((short) 20)
                .putShort((short) flags)
                .putShort((short) method)
                .putInt(0x58000000);
        out.putInt(packed.crc()).putInt(packed.data().length).putInt((int) packed.size());
        out.putShort((short) packed.name().length).putShort((short) 0);
        if (central) {
            out.putShort((short) 0).putShort((short) 0).putShort((short) 0);
            out.putInt(packed.entry().unixMode() << 16).putInt((int) offset);
        }
        return out.put(packed.name()).array();
    }

    private static byte[] end(int entries, int size, long offset) {
        ByteBuffer out = ByteBuffer.allocate(22).order(ByteOrder.LITTLE_ENDIAN);
        out.putInt(0x06054b50).putInt(0).putShort((short) entries).putShort((short) entries);
        return out.putInt(size).putInt((int) offset).putShort((short) 0).array();
    }
}
