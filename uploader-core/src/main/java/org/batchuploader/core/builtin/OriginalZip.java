package org.batchuploader.core.builtin;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.batchuploader.core.inspect.DatasetFiles;
import org.batchuploader.core.inspect.SourceFile;

/** A zip of the files as delivered, under the names they were delivered with; never a path among them. */
record OriginalZip(DatasetFiles files, Instant at) implements LayerFolders.Content {
    @Override
    public void writeTo(OutputStream out) throws IOException {
        var zip = new ZipOutputStream(out);
        zip.setLevel(Deflater.BEST_SPEED);
        Set<String> taken = new HashSet<>();
        for (SourceFile file : files.files()) {
            var entry = new ZipEntry(free(lastSegment(file.name()), taken));
            entry.setTime(at.toEpochMilli());
            zip.putNextEntry(entry);
            Files.copy(file.path(), zip);
            zip.closeEntry();
        }
        zip.finish();
    }

    private static String lastSegment(String name) {
        return name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
    }

    private static String free(String name, Set<String> taken) {
        String free = name;
        for (int n = 2; !taken.add(free); n++) {
            free = n + "_" + name;
        }
        return free;
    }
}
