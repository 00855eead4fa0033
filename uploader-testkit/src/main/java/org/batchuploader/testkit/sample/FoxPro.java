package org.batchuploader.testkit.sample;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** Turns the sample's table into one of Visual FoxPro. */
final class FoxPro {
    private static final int HEADER = 193;
    private static final int ROW = 70;
    private static final int BACK_LINK = 263;

    private FoxPro() {}

    /** The first column as a binary integer of four bytes, and the longer header that FoxPro has. */
    static void integers(Path dbf) throws IOException {
        ByteBuffer old = ByteBuffer.wrap(Files.readAllBytes(dbf)).order(ByteOrder.LITTLE_ENDIAN);
        int rows = old.getInt(4);
        int row = ROW - 6;
        int header = HEADER + BACK_LINK;
        ByteBuffer out = ByteBuffer.allocate(header + rows * row + 1).order(ByteOrder.LITTLE_ENDIAN);
        out.put(old.array(), 0, HEADER).put(0, (byte) 0x30);
        out.putShort(8, (short) header).putShort(10, (short) row);
        out.put(32 + 11, (byte) 'I').put(32 + 16, (byte) 4);
        for (int i = 0; i < rows; i++) {
            int from = HEADER + i * ROW;
            String id = new String(old.array(), from + 1, 10, StandardCharsets.US_ASCII).strip();
            out.position(header + i * row);
            out.put(old.get(from)).putInt(Integer.parseInt(id)).put(old.array(), from + 11, ROW - 11);
        }
        out.put((byte) 0x1A);
        Files.write(dbf, out.array());
    }
}
