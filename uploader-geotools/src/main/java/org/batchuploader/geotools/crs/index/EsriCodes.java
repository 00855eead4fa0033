package org.batchuploader.geotools.crs.index;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.TreeMap;
import org.batchuploader.geotools.crs.definition.CrsDefinition;
import org.batchuploader.geotools.crs.text.CrsText;

/**
 * CRSs that ESRI defines, from the list that GeoTools carries. Most do what a code of EPSG does, which
 * is preferred; the others get entries of their own.
 */
final class EsriCodes {
    private static final String LIST = "/org/geotools/referencing/epsg/esri/esri.properties";
    private static final double SAME_DATUM = 0.95;
    private static final double KNOWN_DATUM = 0.8;

    private final Map<Integer, CrsDefinition> definitions = new TreeMap<>();
    private final Map<String, Integer> newDatums = new HashMap<>();

    EsriCodes() throws IOException {
        var list = new Properties();
        try (InputStream in = Objects.requireNonNull(EsriCodes.class.getResourceAsStream(LIST));
                Reader reader = new InputStreamReader(in, StandardCharsets.ISO_8859_1)) {
            list.load(reader);
        }
        list.forEach((code, text) -> CrsText.of((String) text)
                .definition()
                .ifPresent(definition -> definitions.put(Integer.parseInt((String) code), definition)));
    }

    List<List<String>> names() {
        return definitions.values().stream()
                .map(definition -> List.of(definition.name()))
                .toList();
    }

    /** EPSG's entries and, behind them, ESRI's own; new datums are added to the list. */
    List<CrsEntry> addTo(IndexFile.Content epsg, List<Datum> datums, Map<String, Integer> groups) {
        var index = new CrsIndex(epsg);
        var own = new ArrayList<CrsEntry>();
        definitions.forEach((code, definition) -> {
            List<Evidence> ranked = CrsMatcher.rank(index, definition);
            if (ranked.isEmpty()
                    || ranked.get(0).distance() > Comparison.ROUNDING
                    || ranked.get(0).datum() < SAME_DATUM) {
                int datum = datum(definition, index.vocabulary(), datums);
                String meaning = Meaning.key(definition, datums.get(datum).code());
                if (!groups.containsKey(meaning)) {
                    groups.put(meaning, groups.size());
                    own.add(entry(code, definition, datum, groups.get(meaning), index.vocabulary()));
                }
            }
        });
        var all = new ArrayList<CrsEntry>(epsg.entries());
        all.addAll(own);
        return all;
    }

    private static CrsEntry entry(int code, CrsDefinition definition, int datum, int group, Vocabulary vocabulary) {
        List<String> names = List.of(definition.name());
        return new CrsEntry(
                "ESRI",
                code,
                names,
                IndexContent.words(names, vocabulary),
                false,
                0,
                group,
                definition.isProjected() ? 0 : code,
                datum,
                definition,
                "",
                null);
    }

    private int datum(CrsDefinition definition, Vocabulary vocabulary, List<Datum> datums) {
        String name = definition.datum().get(0);
        int[] words = vocabulary.numbers(name);
        int best = -1;
        double most = KNOWN_DATUM;
        for (int i = 0; i < datums.size(); i++) {
            double alike = vocabulary.alike(words, datums.get(i).words());
            if (alike > most) {
                most = alike;
                best = i;
            }
        }
        return best >= 0
                ? best
                : newDatums.computeIfAbsent(name, n -> {
                    datums.add(new Datum(-1 - datums.size(), List.of(n), new int[][] {words}));
                    return datums.size() - 1;
                });
    }
}
