package org.batchuploader.core.builtin;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.batchuploader.core.name.LayerName;
import org.batchuploader.core.publish.Difference;
import org.batchuploader.core.publish.Expected;
import org.batchuploader.core.publish.Marked;
import org.batchuploader.core.publish.Placement;

/** What one stand-in has in the layers' folders, which are nobody's but ours. */
record FolderInventory(Path directory, String system, List<String> files) {
    /** File systems keep times more coarsely than clocks. */
    private static final Duration SLACK = Duration.ofSeconds(2);

    List<Difference> look(Expected expected) {
        String layer = expected.placement().ref();
        if (!LayerName.isValid(layer)) {
            return List.of(Difference.missing(system + " never got it: it was put into another system."));
        }
        List<Difference> differences = new ArrayList<>();
        for (String file : files) {
            look(layer, file, expected.published(), differences);
        }
        return differences;
    }

    private void look(String layer, String file, Instant published, List<Difference> differences) {
        try {
            Instant written = Files.getLastModifiedTime(directory.resolve(layer).resolve(file))
                    .toInstant();
            if (written.isAfter(published.plus(SLACK))) {
                differences.add(Difference.changed(
                        system + ": " + file + " was written at " + written + ", after the layer was published."));
            }
        } catch (NoSuchFileException gone) {
            differences.add(Difference.missing(system + " has no " + file + " of it."));
        } catch (IOException e) {
            throw Trouble.of(system, "look at", layer, e);
        }
    }

    void marked(Consumer<Marked> each) {
        try (DirectoryStream<Path> folders = Files.newDirectoryStream(directory, Files::isDirectory)) {
            for (Path folder : folders) {
                String layer = String.valueOf(folder.getFileName());
                if (LayerName.isValid(layer) && files.stream().anyMatch(file -> Files.exists(folder.resolve(file)))) {
                    String what = "the folder " + layer + " with " + String.join(" and ", files);
                    each.accept(new Marked(null, layer, what, () -> new Placement(layer, List.of())));
                }
            }
        } catch (NoSuchFileException nothingWasEverPublished) {
            return;
        } catch (DirectoryIteratorException e) {
            throw Trouble.of(system, "list", "its layers", new IOException(e.getMessage(), e));
        } catch (IOException e) {
            throw Trouble.of(system, "list", "its layers", e);
        }
    }
}
