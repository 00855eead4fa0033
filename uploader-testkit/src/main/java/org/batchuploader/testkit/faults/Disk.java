package org.batchuploader.testkit.faults;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** A small file system in memory that can be filled; an ordinary folder where none can be mounted. */
final class Disk implements AutoCloseable {
    private final Path folder;
    private final boolean small;

    Disk(Path folder) throws IOException {
        this.folder = Files.createDirectories(folder);
        this.small = run("mount", "-t", "tmpfs", "-o", "size=256m", "tmpfs", folder.toString());
    }

    /** Whether it can be filled. */
    boolean small() {
        return small;
    }

    /** To the last byte, until that is closed. */
    AutoCloseable filled() throws IOException {
        Path filler = folder.resolve("filler");
        byte[] block = new byte[1 << 20];
        for (int size = block.length; size > 0; size /= 2) {
            try (OutputStream out =
                    Files.newOutputStream(filler, StandardOpenOption.CREATE, StandardOpenOption.APPEND)) {
                for (int blocks = 0; blocks < 1024; blocks++) {
                    out.write(block, 0, size);
                }
            } catch (IOException e) {
                // full for blocks of this size
            }
        }
        return () -> Files.deleteIfExists(filler);
    }

    @Override
    public void close() throws IOException {
        if (small) {
            run("umount", folder.toString());
        }
    }

    private static boolean run(String... command) throws IOException {
        try {
            return new ProcessBuilder(command).start().waitFor() == 0;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted at " + command[0], e);
        }
    }
}
