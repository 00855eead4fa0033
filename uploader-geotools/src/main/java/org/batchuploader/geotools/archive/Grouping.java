package org.batchuploader.geotools.archive;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.batchuploader.core.bundle.PartName;
import org.batchuploader.core.inspect.DatasetFiles;
import org.batchuploader.core.inspect.Discovery.Found;
import org.batchuploader.core.inspect.Part;
import org.batchuploader.core.inspect.SourceFile;
import org.batchuploader.geotools.shapefile.ShapefileInspector;
import org.batchuploader.geotools.vector.LayerFinder;

/** Files that share folder and base name, without case, become datasets. */
final class Grouping {
    private record Member(PartName name, Part part) {}

    private record Key(String folder, String base) {}

    private final boolean whole;
    private final Map<Key, List<Member>> groups = new LinkedHashMap<>();
    private final Map<Key, String> origins = new LinkedHashMap<>();
    private final Set<String> ignored = new TreeSet<>();
    private final LookInside inside;

    /** @param whole whether nothing will be added to these files, as in an archive */
    Grouping(LookInside inside, boolean whole) {
        this.inside = inside;
        this.whole = whole;
    }

    /** @param folder where the file was, {@code ""} or ending in a slash */
    void add(String folder, Part part) {
        PartName name = PartName.of(part.name());
        var key = new Key(folder.toLowerCase(Locale.ROOT), name.base().toLowerCase(Locale.ROOT));
        origins.putIfAbsent(key, folder);
        groups.computeIfAbsent(key, k -> new ArrayList<>()).add(new Member(name, part));
    }

    /** Remembers the extension of a file that means nothing to us. */
    void ignore(String extension) {
        ignored.add(extension.isEmpty() ? "none" : "." + extension);
    }

    Set<String> ignored() {
        return ignored;
    }

    /** A picture without a sidecar that places it is a dataset only where nothing else is: then its owner meant it. */
    List<Found> datasets() {
        var found = new ArrayList<Found>();
        var pictures = new ArrayList<Found>();
        groups.forEach((key, members) -> {
            String folder = origins.getOrDefault(key, "");
            shapefile(folder, members, found);
            rasters(folder, members, found, pictures);
            features(folder, members, found);
        });
        return found.isEmpty() ? pictures : found;
    }

    private void shapefile(String folder, List<Member> members, List<Found> found) {
        var parts = new LinkedHashMap<String, Part>();
        String base = "";
        for (Member member : members) {
            if (member.name().isOfShapefile()) {
                parts.putIfAbsent(member.name().extension(), member.part());
                base = base.isEmpty() || member.name().extension().equals("shp")
                        ? member.name().base()
                        : base;
            }
        }
        if (PartName.SHAPEFILE_REQUIRED.stream().anyMatch(parts::containsKey)) {
            var files = new DatasetFiles(
                    base,
                    parts.values().stream()
                            .map(part -> new SourceFile(part.name(), java.nio.file.Path.of("")))
                            .toList());
            found.add(new Found(
                    base, folder + base, List.copyOf(parts.values()), ShapefileInspector.missing(files, whole)));
        }
    }

    private void features(String folder, List<Member> members, List<Found> found) {
        for (Member main : members) {
            if (!main.name().isFeatureFile()) {
                continue;
            }
            var parts = new ArrayList<Part>();
            parts.add(main.part());
            members.stream().filter(m -> m.name().accompanies(main.name())).forEach(m -> parts.add(m.part()));
            String base = main.name().base();
            for (LayerFinder.Inside layer : inside.of(main.part())) {
                String name = layer.own() ? layer.name() : layer.name().isEmpty() ? base : base + "_" + layer.name();
                String origin = layer.own() ? main.part().name() + "/" + name : name;
                found.add(new Found(name, folder + origin, layer.member(), parts, List.of()));
            }
        }
    }

    private static void rasters(String folder, List<Member> members, List<Found> found, List<Found> pictures) {
        for (Member image : members) {
            if (image.name().isRaster()) {
                List<Part> sidecars = members.stream()
                        .filter(m -> m.name().isSidecarOfRaster())
                        .map(Member::part)
                        .toList();
                var parts = new ArrayList<Part>();
                parts.add(image.part());
                parts.addAll(sidecars);
                boolean placed = members.stream().anyMatch(m -> m.name().placesRaster());
                (image.name().isPicture() && !placed ? pictures : found)
                        .add(new Found(
                                image.name().base(), folder + image.name().base(), parts, List.of()));
            }
        }
    }
}
