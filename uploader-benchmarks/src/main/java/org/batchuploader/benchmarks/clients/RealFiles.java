package org.batchuploader.benchmarks.clients;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.batchuploader.testkit.service.ApiClient;

/** Files of somebody's own: the whole tree is mirrored, and each dataset in it has to come to an ending that is told. */
final class RealFiles {
    private static final Set<String> MAIN = Set.of("shp", "tif", "tiff", "zip");

    private final Sending sending;
    private final ApiClient api;
    private final Path folder;

    RealFiles(Sending sending, ApiClient api, Path folder) {
        this.sending = sending;
        this.api = api;
        this.folder = folder;
    }

    List<Case> cases() throws IOException, InterruptedException {
        Tool.Result mirrored = sending.lftp("mirror -R '" + folder.toAbsolutePath() + "' real");
        List<Case> cases = new ArrayList<>();
        cases.add(new Case("mirror -R " + folder, () -> {
            Case.require(mirrored.exitCode() == 0, mirrored.output());
            return () -> {};
        }));
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(RealFiles::isMain).sorted().toList()) {
                cases.add(ending(file));
            }
        }
        return cases;
    }

    private Case ending(Path file) {
        String name = file.getFileName().toString();
        return new Case("real " + folder.relativize(file), () -> () -> {
            Outcome outcome = Outcome.of(api, name);
            System.out.println("  " + name + ": " + outcome);
            Case.require(
                    ApiClient.ENDINGS.contains(outcome.state())
                            && !outcome.codes().contains("INTERNAL_ERROR"),
                    outcome.toString());
        });
    }

    /** A shapefile of which parts are missing waits for them longer than we do. */
    private static boolean isMain(Path file) {
        String name = file.getFileName().toString();
        String extension = name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
        return Files.isRegularFile(file)
                && MAIN.contains(extension)
                && (!extension.equals("shp") || (isBeside(file, "shx") && isBeside(file, "dbf")));
    }

    private static boolean isBeside(Path file, String extension) {
        String name = file.getFileName().toString();
        String base = name.substring(0, name.lastIndexOf('.') + 1);
        return Files.exists(file.resolveSibling(base + extension))
                || Files.exists(file.resolveSibling(base + extension.toUpperCase(Locale.ROOT)));
    }
}
