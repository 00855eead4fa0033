package org.batchuploader.core.staging;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** Forcing directory entries to disk. */
final class Durable {
    private static final boolean WINDOWS = System.getProperty("os.name", "").startsWith("Windows");

    private Durable() {}

    /** Makes new and renamed entries of a folder durable; Windows does so by itself and cannot open folders. */
    static void forceFolder(Path folder) throws IOException {
        if (WINDOWS) {
            return;
        }
        try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }
}
