package org.batchuploader.geotools.crs.index;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalInt;
import java.util.Set;
import org.batchuploader.geotools.crs.definition.Area;
import org.batchuploader.geotools.crs.definition.CrsDefinition;
import org.batchuploader.geotools.crs.definition.Method;
import org.batchuploader.geotools.crs.definition.Projection;
import org.jspecify.annotations.Nullable;

/** Puts the index together from the tables. */
final class IndexContent {
    private static final String EDITION = "11.031";
    private static final String ALIASES = "/org/geotools/referencing/factory/DatumAliasesTable.txt";
    private static final int MOST_NAMES = 12;

    /** Beyond are deprecated variants in other notations of degrees, which no data was ever in. */
    private static final int LARGEST_CODE = 1_000_000;

    private final EpsgTables epsg;
    private final Map<Integer, Integer> datumNumbers = new HashMap<>();
    private final Map<String, Integer> groups = new HashMap<>();
    private final Boxes boxes = new Boxes();

    IndexContent(EpsgTables epsg) {
        this.epsg = epsg;
    }

    IndexFile.Content build() throws IOException {
        addOtherSpellings();
        List<EpsgTables.Crs> horizontal = epsg.systems.values().stream()
                .filter(crs -> crs.kind().equals("projected") || crs.kind().equals("geographic 2D"))
                .filter(crs -> crs.code() < LARGEST_CODE)
                .filter(crs -> epsg.figures.containsKey(epsg.datum(crs)))
                .toList();
        var esri = new EsriCodes();
        List<List<String>> allNames = new ArrayList<>(esri.names());
        horizontal.forEach(crs -> allNames.add(names(crs)));
        epsg.datumNames.values().forEach(allNames::add);
        Vocabulary vocabulary = Vocabulary.of(allNames);
        List<Datum> datums = datums(vocabulary);
        List<CrsEntry> entries =
                horizontal.stream().map(crs -> entry(crs, vocabulary)).toList();
        var content = new IndexFile.Content(EDITION, vocabulary, datums, entries, standIns());
        List<CrsEntry> all = esri.addTo(content, datums, groups);
        return new IndexFile.Content(EDITION, vocabulary, datums, all, standIns());
    }

    private void addOtherSpellings() throws IOException {
        Map<List<String>, Set<Integer>> known = new HashMap<>();
        epsg.datumNames.forEach(
                (code, names) -> names.forEach(name -> known.computeIfAbsent(Words.of(name), k -> new LinkedHashSet<>())
                        .add(code)));
        try (InputStream in = Objects.requireNonNull(IndexContent.class.getResourceAsStream(ALIASES));
                var reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                String[] names = line.split(";");
                Set<Integer> meant = line.startsWith("#") || names.length < 2
                        ? Set.of()
                        : known.getOrDefault(Words.of(names[0]), Set.of());
                for (int code : meant) {
                    for (String name : names) {
                        if (!name.isBlank() && !known.containsKey(Words.of(name))) {
                            Objects.requireNonNull(epsg.datumNames.get(code)).add(name);
                        }
                    }
                }
            }
        }
    }

    private List<Datum> datums(Vocabulary vocabulary) {
        var datums = new ArrayList<Datum>();
        epsg.datumNames.forEach((code, names) -> {
            if (epsg.figures.containsKey(code)) {
                List<String> distinct = distinct(names);
                datumNumbers.put(code, datums.size());
                datums.add(new Datum(code, distinct, words(distinct, vocabulary)));
            }
        });
        return datums;
    }

    private List<String> names(EpsgTables.Crs crs) {
        var names = new ArrayList<String>(List.of(crs.name()));
        names.addAll(epsg.aliases.getOrDefault(crs.code(), List.of()));
        return distinct(names);
    }

    static List<String> distinct(List<String> names) {
        Map<List<String>, String> distinct = new LinkedHashMap<>();
        names.forEach(name -> distinct.putIfAbsent(Words.of(name), name));
        return distinct.values().stream().limit(MOST_NAMES).toList();
    }

    static int[][] words(List<String> names, Vocabulary vocabulary) {
        return names.stream().map(vocabulary::numbers).toArray(int[][]::new);
    }

    private CrsEntry entry(EpsgTables.Crs crs, Vocabulary vocabulary) {
        List<String> names = names(crs);
        int datum = epsg.datum(crs);
        EpsgTables.Use use = epsg.uses.get(crs.code());
        EpsgTables.Figure figure = Objects.requireNonNull(epsg.figures.get(datum));
        double unit = epsg.axisUnits.getOrDefault(crs.system(), 1.0);
        var definition = new CrsDefinition(
                crs.name(),
                List.of(),
                "",
                figure.semiMajor(),
                figure.inverseFlattening(),
                figure.meridian(),
                projection(crs, figure),
                Math.abs(unit - 1) < 1e-12 ? 1 : unit,
                axes(crs),
                OptionalInt.empty(),
                use == null ? null : use.area());
        return new CrsEntry(
                "EPSG",
                crs.code(),
                names,
                words(names, vocabulary),
                crs.deprecated(),
                epsg.successors.getOrDefault(crs.code(), 0),
                groups.computeIfAbsent(Meaning.key(definition, datum), k -> groups.size()),
                crs.kind().equals("projected") ? crs.base() : crs.code(),
                Objects.requireNonNull(datumNumbers.get(datum)),
                definition,
                use == null ? "" : use.place(),
                use == null || !definition.isProjected() ? null : box(crs, figure, use.area(), definition.unit()));
    }

    private double @Nullable [] box(EpsgTables.Crs crs, EpsgTables.Figure figure, Area area, double unit) {
        return boxes.box(
                epsg.methods.getOrDefault(crs.conversion(), 0),
                epsg.methodNames.getOrDefault(crs.conversion(), ""),
                epsg.named.getOrDefault(crs.conversion(), Map.of()),
                figure,
                area,
                unit,
                axes(crs));
    }

    private @Nullable Projection projection(EpsgTables.Crs crs, EpsgTables.Figure figure) {
        if (!crs.kind().equals("projected")) {
            return null;
        }
        double f = figure.inverseFlattening() == 0 ? 0 : 1 / figure.inverseFlattening();
        return Projection.of(
                epsg.methodNames.getOrDefault(crs.conversion(), ""),
                Method.coded(epsg.methods.getOrDefault(crs.conversion(), 0)),
                epsg.parameters.getOrDefault(crs.conversion(), Map.of()),
                f * (2 - f));
    }

    private String axes(EpsgTables.Crs crs) {
        String axes = epsg.axes.getOrDefault(crs.system(), "");
        return axes.length() < 2 ? "" : axes.substring(0, 2);
    }

    /** Codes of CRSs with heights, for the code of their horizontal part. */
    private Map<Integer, Integer> standIns() {
        var result = new LinkedHashMap<Integer, Integer>();
        Map<Integer, Integer> flat = new HashMap<>();
        epsg.systems.values().stream()
                .filter(crs -> crs.kind().equals("geographic 2D") && !crs.deprecated())
                .forEach(crs -> flat.putIfAbsent(epsg.datum(crs), crs.code()));
        for (EpsgTables.Crs crs : epsg.systems.values()) {
            if (crs.kind().equals("compound")) {
                result.put(crs.code(), crs.horizontal());
            } else if (crs.kind().equals("geographic 3D") && flat.containsKey(epsg.datum(crs))) {
                result.put(crs.code(), Objects.requireNonNull(flat.get(epsg.datum(crs))));
            }
        }
        return result;
    }
}
