package org.batchuploader.geotools.charset;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;

/**
 * The letters of every {@link Language}, from {@code letters.txt}: a line is a language, a class of frequency and the
 * pairs or signs in it. Loaded when first asked for, since most text needs no guess.
 */
final class LetterModels {
    private static final String RESOURCE = "letters.txt";
    private static final double NAMES_FROM_ABROAD = 0.08;

    private LetterModels() {}

    /** Holds what is loaded once. */
    private static final class Loaded {
        static final Map<Language, LetterModel> MODELS = load();
    }

    static LetterModel of(Language language) {
        return Objects.requireNonNull(Loaded.MODELS.get(language), language::tag);
    }

    /** The count that a class of frequency stands for: half a doubling each. */
    static double countOf(int frequencyClass) {
        return Math.pow(2, frequencyClass / 2.0);
    }

    private static Map<Language, LetterModel> load() {
        Map<String, Language> byTag = new HashMap<>();
        for (Language language : Language.values()) {
            byTag.put(language.tag(), language);
        }
        var books = new EnumMap<Language, LetterBook>(Language.class);
        try (InputStream in = Objects.requireNonNull(LetterModels.class.getResourceAsStream(RESOURCE), RESOURCE);
                var lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (!line.startsWith("#")) {
                    String[] cells = line.split("\t", -1);
                    Language language = Objects.requireNonNull(byTag.get(cells[0]), line);
                    books.computeIfAbsent(language, any -> new LetterBook(language.isKnownBySigns()))
                            .add(countOf(Integer.parseInt(cells[1])), cells[2]);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return models(books);
    }

    private static Map<Language, LetterModel> models(Map<Language, LetterBook> books) {
        var scripts = new EnumMap<Character.UnicodeScript, LetterBook>(Character.UnicodeScript.class);
        books.forEach((language, book) -> scripts.computeIfAbsent(
                        language.script(), any -> new LetterBook(language.isKnownBySigns()))
                .join(book));
        var models = new EnumMap<Language, LetterModel>(Language.class);
        books.forEach((language, book) -> {
            book.blend(Objects.requireNonNull(scripts.get(language.script())), NAMES_FROM_ABROAD);
            models.put(language, book.model());
        });
        return models;
    }
}
