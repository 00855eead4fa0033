package org.batchuploader.benchmarks.csw;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.batchuploader.core.bundle.PartName;
import org.batchuploader.core.inspect.DatasetFiles;
import org.batchuploader.core.inspect.SourceFile;
import org.batchuploader.testkit.sample.DamagedShapefile;

/** The loose datasets below a folder, and those that the testkit makes. */
final class Datasets {
    private Datasets() {}

    static List<DatasetFiles> madeByCode(Path folder) throws IOException {
        for (DamagedShapefile damaged : DamagedShapefile.all()) {
            damaged.writeTo(Files.createDirectories(folder.resolve(damaged.name())));
        }
        return below(folder);
    }

    /** Files of one folder and base name are one dataset; archives are passed over. */
    static List<DatasetFiles> below(Path folder) throws IOException {
        Map<String, List<SourceFile>> groups = new TreeMap<>();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
                PartName name = PartName.of(file.getFileName().toString());
                if (name.isOfDataset() && !name.isArchive()) {
                    String key = file.resolveSibling(name.base()).toString().toLowerCase(Locale.ROOT);
                    groups.computeIfAbsent(key, k -> new ArrayList<>())
                            .add(new SourceFile(file.getFileName().toString(), file));
                }
            }
        }
        return groups.values().stream()
                .filter(files ->
                        files.stream().anyMatch(file -> PartName.of(file.name()).isPrimary()))
                .map(files -> new DatasetFiles(PartName.of(files.get(0).name()).base(), files))
                .toList();
    }
}
