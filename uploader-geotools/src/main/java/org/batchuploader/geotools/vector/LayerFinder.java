package org.batchuploader.geotools.vector;

import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.batchuploader.core.inspect.DatasetFiles;
import org.batchuploader.core.inspect.ProblemCode;
import org.batchuploader.core.inspect.SourceFile;
import org.batchuploader.geotools.DamagedFile;
import org.batchuploader.geotools.geometry.Family;
import org.jspecify.annotations.Nullable;

/**
 * Finds the datasets in one file: each layer, and where points, lines and polygons are mixed, each family of it, because
 * no layer of a map can hold them together and none may be lost.
 */
public final class LayerFinder {
    /** Bounds what a hostile file makes of itself. */
    private static final int MOST_LAYERS = 1000;

    /**
     * One dataset in a file.
     *
     * @param name to be added to the file's name, or in its place; empty for the file as a whole
     * @param member as text, absent for the file as a whole
     * @param own whether the name stands for itself, being a layer's
     */
    public record Inside(String name, @Nullable String member, boolean own) {}

    private static final Inside WHOLE = new Inside("", null, false);

    private LayerFinder() {}

    /** What is in the file; a file that cannot be read is one dataset, whose inspection then says why. */
    public static List<Inside> find(VectorFormat format, SourceFile file) throws IOException {
        try {
            return find(format, new DatasetFiles(file.name(), List.of(file)));
        } catch (DamagedFile | RuntimeException | StackOverflowError e) {
            return List.of(WHOLE);
        }
    }

    private static List<Inside> find(VectorFormat format, DatasetFiles files) throws IOException, DamagedFile {
        Optional<List<VectorFormat.Declared>> declared = format.declared(format.main(files));
        Map<String, Set<Family>> layers = new LinkedHashMap<>();
        if (declared.isEmpty()) {
            scan(format, files, null, layers);
            boolean single = layers.size() <= 1;
            return inside(layers, single);
        }
        for (VectorFormat.Declared layer : declared.get()) {
            Set<Family> families = layers.computeIfAbsent(layer.name(), l -> EnumSet.noneOf(Family.class));
            if (layer.family() != null) {
                families.add(layer.family());
            } else {
                scan(format, files, layer.name(), layers);
            }
        }
        return inside(layers, false);
    }

    private static void scan(
            VectorFormat format, DatasetFiles files, @Nullable String layer, Map<String, Set<Family>> layers)
            throws IOException, DamagedFile {
        FeatureSink sink = feature -> {
            Set<Family> families = layers.computeIfAbsent(feature.layer(), l -> EnumSet.noneOf(Family.class));
            feature.shapes().forEach(shape -> families.add(shape.family()));
            if (layers.size() > MOST_LAYERS) {
                throw new DamagedFile(
                        ProblemCode.FORMAT_UNSUPPORTED, "It has more than %d layers.".formatted(MOST_LAYERS));
            }
        };
        try {
            format.read(files, layer, null, sink);
        } catch (DamagedFile e) {
            if (e.problem().code() != ProblemCode.CHARSET_INVALID) {
                throw e;
            }
            format.read(files, layer, "ISO-8859-1", sink);
        }
    }

    private static List<Inside> inside(Map<String, Set<Family>> layers, boolean single) {
        List<Inside> found = new ArrayList<>();
        layers.forEach((layer, families) -> {
            String own = single ? "" : layer;
            String named = single ? null : layer;
            if (families.size() <= 1) {
                found.add(new Inside(own, new Member(named, null).text(), !single));
                return;
            }
            for (Family family : families) {
                String name = (own.isEmpty() ? "" : own + "_") + family.word();
                found.add(new Inside(name, new Member(named, family).text(), !single));
            }
        });
        return found.isEmpty() ? List.of(WHOLE) : found;
    }
}
