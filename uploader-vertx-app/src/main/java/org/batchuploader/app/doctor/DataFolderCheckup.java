package org.batchuploader.app.doctor;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import org.batchuploader.core.doctor.Checkup;
import org.batchuploader.core.doctor.Finding;

/** Whether the data folder takes and keeps what it is given, and how fast. Leaves nothing there. */
final class DataFolderCheckup implements Checkup {
    private static final long LOW = 1L << 30;
    private static final long LITTLE = 10L << 30;
    private static final int WRITES = 5;
    private static final long SLOW_MILLIS = 200;

    private final Path folder;

    DataFolderCheckup(Path folder) {
        this.folder = folder;
    }

    @Override
    public String system() {
        return "data folder";
    }

    @Override
    public List<Finding> examine() {
        Path there = folder;
        while (!Files.exists(there) && there.getParent() != null) {
            there = there.getParent();
        }
        try {
            return List.of(writes(there), space(there));
        } catch (IOException e) {
            return List.of(Finding.bad(
                    "writable",
                    there + " cannot be written to",
                    "Give the user who runs the service the right to write there, or choose another --data."));
        }
    }

    private static Finding writes(Path there) throws IOException {
        Path file = Files.createTempFile(there, "doctor", ".tmp");
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            long slowest = 0;
            for (int i = 0; i < WRITES; i++) {
                channel.write(ByteBuffer.allocate(4096));
                long begun = System.nanoTime();
                channel.force(true);
                slowest = Math.max(slowest, (System.nanoTime() - begun) / 1_000_000);
            }
            String found = there + " is writable; forcing to disk took up to " + slowest + " ms";
            return slowest < SLOW_MILLIS
                    ? Finding.good("writable", found)
                    : Finding.warning(
                            "writable",
                            found,
                            "Every file is forced to disk before it is acknowledged: use a faster disk.");
        } finally {
            Files.deleteIfExists(file);
        }
    }

    private static Finding space(Path there) throws IOException {
        long free = Files.getFileStore(there).getUsableSpace();
        String found = (free >> 20) + " MB free";
        String remedy = "Free some, or choose another disk for --data; uploads are refused when it is full.";
        return free < LOW
                ? Finding.bad("space", found, remedy)
                : free < LITTLE ? Finding.warning("space", found, remedy) : Finding.good("space", found);
    }
}
