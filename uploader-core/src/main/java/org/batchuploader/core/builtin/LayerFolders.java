package org.batchuploader.core.builtin;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import org.batchuploader.core.name.LayerName;
import org.batchuploader.core.publish.Link;

/**
 * One folder for each layer, shared by the three stand-ins; each writes and removes files of its own names only. A file
 * is there whole or not at all: it is written beside its place, forced to disk and moved.
 */
final class LayerFolders {
    private static final int BUFFER = 64 * 1024;

    /** Writes the content of one file. */
    @FunctionalInterface
    interface Content {
        void writeTo(OutputStream out) throws IOException;
    }

    private final Path directory;

    LayerFolders(Path directory) {
        this.directory = directory;
    }

    /** An address of a file of that layer, {@code ""} for its page, relative to the service's public address. */
    Link link(String rel, String layer, String file, String title) {
        return new Link(rel, "/layers/" + layer + "/" + file, title);
    }

    /** @throws IllegalArgumentException when the name is not one that we give to layers */
    void write(String layer, String file, Content content) throws IOException {
        Path folder = folder(layer);
        boolean fresh = !Files.exists(folder);
        Files.createDirectories(folder);
        Path part = folder.resolve(partName(file));
        try (FileChannel channel = FileChannel.open(
                part, StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING, StandardOpenOption.WRITE)) {
            OutputStream out = new BufferedOutputStream(Channels.newOutputStream(channel), BUFFER);
            content.writeTo(out);
            out.flush();
            channel.force(true);
        } catch (IOException | RuntimeException e) {
            Files.deleteIfExists(part);
            throw e;
        }
        Files.move(part, folder.resolve(file), StandardCopyOption.ATOMIC_MOVE);
        force(folder);
        if (fresh) {
            force(directory);
        }
    }

    /** Deletes those files of the layer, what an interrupted write left of them, and the folder when nothing else is in it. */
    void delete(String layer, List<String> files) throws IOException {
        Path folder = folder(layer);
        for (String file : files) {
            Files.deleteIfExists(folder.resolve(file));
            Files.deleteIfExists(folder.resolve(partName(file)));
        }
        try {
            Files.deleteIfExists(folder);
            force(directory);
        } catch (DirectoryNotEmptyException othersAreInIt) {
            force(folder);
        } catch (NoSuchFileException nothingWasEverWritten) {
            return;
        }
    }

    /** @throws IllegalArgumentException when the name is not one that we give to layers */
    static String requireName(String layer) {
        if (!LayerName.isValid(layer)) {
            throw new IllegalArgumentException("not a layer name: \"" + layer + "\"");
        }
        return layer;
    }

    private Path folder(String layer) {
        return directory.resolve(requireName(layer));
    }

    private static String partName(String file) {
        return "." + file + ".part";
    }

    private static void force(Path folder) throws IOException {
        try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }
}
