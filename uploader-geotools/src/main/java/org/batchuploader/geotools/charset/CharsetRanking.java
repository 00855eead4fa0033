package org.batchuploader.geotools.charset;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.batchuploader.core.inspect.Envelope;
import org.jspecify.annotations.Nullable;

/**
 * Ranks character sets by reading texts in each of them and asking each language how likely the outcome is. Sets that
 * read the texts as the same characters are one answer, under the name of the likeliest.
 */
public final class CharsetRanking {
    /** Nats in favour of UTF-8, which other text hardly ever is by chance. */
    private static final double UTF_8_BONUS = 4;

    /** Nats against a text that ends within a character: columns cut, but rarely there. */
    private static final double CUT = 10;

    /** Nats in favour of the set that a table's language driver names. */
    private static final double LEANING = 3;

    /** Letters hang together, so that each says less than it seems to. */
    private static final double TEMPER = 0.5;

    private static final double LEAST_CONFIDENCE = 0.001;

    private CharsetRanking() {}

    /** What the texts are in that set. */
    private record Reading(Charset charset, String language, double cost, int fingerprint) {}

    /**
     * The character sets that all the texts can be read in, best first. Empty when there is none.
     *
     * @param texts those with bytes beyond ASCII, without padding
     * @param plain some of the others, which tell of the language
     * @param area what the texts are about, EPSG:4326 and longitude first
     * @param leaning the set that something hints at
     */
    public static List<CharsetGuess> rank(
            List<byte[]> texts, List<byte[]> plain, @Nullable Envelope area, Optional<Charset> leaning) {
        var readings = new ArrayList<Reading>();
        var shares = LanguageShares.of(plain, area);
        Map<String, CharsetUsers> users = new TreeMap<>();
        for (Language language : Language.values()) {
            users.computeIfAbsent("UTF-8", any -> new CharsetUsers()).add(language, -UTF_8_BONUS);
            for (Repertoire.Choice choice : language.repertoire().choices()) {
                users.computeIfAbsent(choice.charset(), any -> new CharsetUsers())
                        .add(language, choice.handicap());
            }
        }
        users.forEach((name, who) -> {
            who.addNeighbours();
            if (Charset.isSupported(name)) {
                Charset charset = Charset.forName(name);
                double bonus = leaning.filter(charset::equals).isPresent() ? LEANING : 0;
                read(new ByteReader(charset), who, texts, shares, bonus).ifPresent(readings::add);
            }
        });
        return merged(readings);
    }

    private static Optional<Reading> read(
            ByteReader reader, CharsetUsers users, List<byte[]> texts, LanguageShares shares, double bonus) {
        boolean unicode = reader.charset().equals(StandardCharsets.UTF_8);
        var costs = new ArrayList<double[]>();
        int fingerprint = 1;
        int foreign = 0;
        double cut = 0;
        for (byte[] text : texts) {
            if (!reader.read(text, 0, text.length)) {
                return Optional.empty();
            }
            cut += reader.isCut() ? CUT : 0;
            for (int i = 0; i < reader.length(); i++) {
                fingerprint = 31 * fingerprint + reader.text()[i];
                foreign += reader.text()[i] >= 0x80 ? 1 : 0;
            }
            costs.add(users.costs(reader, unicode));
        }
        if (foreign == 0) {
            return Optional.empty();
        }
        double[] fitted = users.capped(LanguageMix.shares(costs, users.shares(shares, unicode)));
        double cost = LanguageMix.cost(costs, fitted) + users.handicap(fitted) + cut - bonus;
        return Optional.of(new Reading(reader.charset(), users.foremost(fitted), cost, fingerprint));
    }

    private static List<CharsetGuess> merged(List<Reading> readings) {
        readings.sort(Comparator.comparingDouble(Reading::cost)
                .thenComparing(reading -> reading.charset().name()));
        var distinct = new ArrayList<Reading>();
        for (Reading reading : readings) {
            if (distinct.stream().noneMatch(better -> better.fingerprint() == reading.fingerprint())) {
                distinct.add(reading);
            }
        }
        double least = distinct.isEmpty() ? 0 : distinct.get(0).cost();
        double sum = distinct.stream().mapToDouble(r -> weight(r, least)).sum();
        return distinct.stream()
                .map(r -> new CharsetGuess(r.charset(), weight(r, least) / sum, r.language()))
                .filter(guess -> guess.confidence() >= LEAST_CONFIDENCE)
                .limit(10)
                .toList();
    }

    private static double weight(Reading reading, double least) {
        return Math.exp(-TEMPER * (reading.cost() - least));
    }
}
