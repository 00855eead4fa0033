package org.batchuploader.benchmarks.damage;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.batchuploader.benchmarks.inspect.OgrInfo;
import org.batchuploader.core.id.Ids;
import org.batchuploader.core.inspect.Correction;
import org.batchuploader.core.inspect.CrsHabits;
import org.batchuploader.core.inspect.DatasetFiles;
import org.batchuploader.core.inspect.DatasetInspector;
import org.batchuploader.core.inspect.Inspection;
import org.batchuploader.core.inspect.Part;
import org.batchuploader.core.inspect.Problem;
import org.batchuploader.core.inspect.SourceFile;
import org.batchuploader.geotools.GeoToolsInspector;
import org.batchuploader.testkit.sample.DamagedShapefile;
import org.batchuploader.testkit.sample.DamagedShapefile.Ending;

/**
 * Writes every damaged shapefile of the testkit, has it inspected and repaired, and opens what came of it with
 * {@code ogrinfo} beside the sound file it was made from. Prints a table in Markdown; the files stay in
 * {@code target/damage}.
 */
public final class DamageRun {
    private static final String SHP = "lots.shp";

    private final Path folder;
    private final DatasetInspector inspector = new GeoToolsInspector();
    private final Ids ids = new Ids();
    private int refused;
    private int mended;
    private int right;

    private DamageRun(Path folder) {
        this.folder = folder;
    }

    public static void main(String[] args) throws IOException {
        new DamageRun(Path.of(args[0], "uploader-benchmarks", "target", "damage")).run();
    }

    private void run() throws IOException {
        List<DamagedShapefile> all = DamagedShapefile.all();
        print("| damage | where | our verdict | GDAL on the damaged file | GDAL on the repaired file |");
        print("| --- | --- | --- | --- | --- |");
        for (DamagedShapefile damaged : all) {
            print("| %s | %s | %s |".formatted(damaged.name(), damaged.where(), row(damaged)));
        }
        print("damage: files=%d mended=%d refused=%d as_expected=%d %s"
                .formatted(all.size(), mended, refused, right, OgrInfo.version().replaceAll(",.*", "")));
    }

    private String row(DamagedShapefile damaged) throws IOException {
        Path own = folder.resolve(damaged.name());
        Path sound = Files.createDirectories(own.resolve("sound"));
        Path hurt = Files.createDirectories(own.resolve("damaged"));
        Path repaired = Files.createDirectories(own.resolve("repaired"));
        damaged.sound().writeTo(sound);
        DatasetFiles files = files(damaged.writeTo(hurt));
        Inspection inspection = inspector.inspect(files, Correction.NONE, CrsHabits.NONE);
        boolean blocked = inspection.problems().stream().anyMatch(Problem::isBlocking);
        String verdict = inspection.problems().stream()
                .map(problem -> "%s %s: %s".formatted(problem.severity(), problem.code(), problem.sentence()))
                .collect(Collectors.joining("<br>"));
        OgrFeatures good = OgrFeatures.of(sound.resolve(SHP));
        String before = OgrFeatures.of(hurt.resolve(SHP)).tell(good);
        if (blocked) {
            refused++;
            right += damaged.ending() == Ending.REFUSED ? 1 : 0;
            return "%s | %s | not published".formatted(verdict, before);
        }
        mended++;
        inspector.prepare(files, inspection, Correction.NONE, (name, content) -> store(repaired, name, content));
        OgrFeatures again = OgrFeatures.of(repaired.resolve(SHP));
        boolean identical = again.features().equals(good.features());
        right += again.isLike(good) && (identical || damaged.ending() == Ending.MENDED) ? 1 : 0;
        return "%s | %s | %s".formatted(verdict, before, again.tell(good));
    }

    private Part store(Path target, String name, InputStream content) throws IOException {
        Path file = target.resolve("lots" + name.substring(name.indexOf('.')));
        Files.copy(content, file, StandardCopyOption.REPLACE_EXISTING);
        return new Part(name, ids.blob(), Files.size(file));
    }

    private static DatasetFiles files(List<Path> paths) {
        List<SourceFile> files = new ArrayList<>();
        for (Path path : paths) {
            files.add(new SourceFile(path.getFileName().toString(), path));
        }
        return new DatasetFiles("lots", files);
    }

    private static void print(String line) {
        System.out.println(line);
    }
}
