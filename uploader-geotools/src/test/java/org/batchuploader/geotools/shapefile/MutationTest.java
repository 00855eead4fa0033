package org.batchuploader.geotools.shapefile;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.batchuploader.core.id.Ids;
import org.batchuploader.core.inspect.DatasetFiles;
import org.batchuploader.core.inspect.Part;
import org.batchuploader.core.inspect.Problem;
import org.batchuploader.core.inspect.SourceFile;
import org.batchuploader.geotools.DamagedFile;
import org.batchuploader.testkit.sample.SampleShapefile;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Bytes changed at random, the same ones in each run. */
class MutationTest {
    private static final int ROUNDS = 150;
    private static final List<String> PARTS = List.of("shp", "shx", "dbf");

    private final Random random = new Random(20261124);
    private final Ids ids = new Ids();

    @TempDir
    private Path folder = Path.of("");

    private static Findings findings(DatasetFiles files) throws IOException, DamagedFile {
        Scans scans = Scans.of(files, null);
        TableScan table = scans.table();
        return Agreement.of(files, scans, table == null ? null : TableText.of(table, "t.dbf", null));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 3, 5, 8, 11, 13, 15, 18, 21, 23, 25, 28, 31})
    void whatever_is_changed_is_refused_or_becomes_a_shapefile_without_fault(int type) throws IOException {
        List<byte[]> sound = new ArrayList<>();
        for (Path file : SampleShapefile.of("sound", type).rows(4).writeTo(folder)) {
            sound.add(Files.readAllBytes(file));
        }
        for (int round = 0; round < ROUNDS; round++) {
            DatasetFiles files = mutated(sound);
            try {
                Findings found = findings(files);
                if (found.problems().stream().noneMatch(Problem::isBlocking) && !found.fit()) {
                    DatasetFiles repaired = repaired(files, found);
                    Findings again = findings(repaired);

                    assertThat(again.fit())
                            .as("%s -> %s", found.problems(), again.problems())
                            .isTrue();
                    assertThat(again.count()).isEqualTo(found.count());
                    assertThat(again.shapes().extent()).isEqualTo(found.shapes().extent());
                }
            } catch (DamagedFile refused) {
                assertThat(refused.problem().isBlocking()).isTrue();
            }
        }
    }

    private DatasetFiles mutated(List<byte[]> sound) throws IOException {
        var files = new ArrayList<SourceFile>();
        for (int part = 0; part < PARTS.size(); part++) {
            byte[] bytes = sound.get(part).clone();
            if (random.nextInt(3) == 0) {
                mutate(bytes);
            }
            if (random.nextInt(20) == 0) {
                bytes = Arrays.copyOf(bytes, Math.max(0, bytes.length + random.nextInt(300) - 200));
            }
            String name = "mutated." + PARTS.get(part);
            files.add(new SourceFile(name, Files.write(folder.resolve(name), bytes)));
        }
        return new DatasetFiles("mutated", files);
    }

    private void mutate(byte[] bytes) {
        for (int n = random.nextInt(4); n >= 0; n--) {
            int at = random.nextInt(random.nextBoolean() ? bytes.length : Math.min(200, bytes.length));
            bytes[at] = (byte)
                    switch (random.nextInt(4)) {
                        case 0 -> 0;
                        case 1 -> 0xFF;
                        case 2 -> random.nextInt(256);
                        default -> bytes[at] + random.nextInt(5) - 2;
                    };
        }
    }

    private DatasetFiles repaired(DatasetFiles files, Findings findings) throws IOException, DamagedFile {
        var parts = new ArrayList<SourceFile>();
        new Repair(files, findings).write((name, content) -> {
            Path part = folder.resolve("repaired-" + name);
            Files.copy(content, part, StandardCopyOption.REPLACE_EXISTING);
            parts.add(new SourceFile(name, part));
            return new Part(name, ids.blob(), Files.size(part));
        });
        return new DatasetFiles("mutated", parts);
    }
}
