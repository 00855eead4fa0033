package org.batchuploader.geotools.sidecar;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.batchuploader.core.inspect.Description;
import org.jspecify.annotations.Nullable;

/** What was found so far, cut to sizes a record can bear. The first value of each kind counts. */
final class Gathered {
    /** Kinds of text. */
    enum Kind {
        TITLE,
        ABSTRACT,
        PURPOSE,
        TOPIC,
        LANGUAGE,
        LINEAGE,
        LIMITATION,
        INDIVIDUAL,
        ORGANISATION,
        EMAIL
    }

    /** How the texts begin that ArcCatalog puts where nobody wrote any. */
    private static final String PLACEHOLDER = "REQUIRED:";

    private static final int LONGEST = 20_000;
    private static final int MOST_KEYWORDS = 100;
    private static final int LONGEST_KEYWORD = 200;

    /** The enumeration of ISO 19115:2003, B.5.27, in ArcGIS's order: its codes are the numbers from 1 on. */
    private static final List<String> TOPICS = List.of(
            "farming",
            "biota",
            "boundaries",
            "climatologyMeteorologyAtmosphere",
            "economy",
            "elevation",
            "environment",
            "geoscientificInformation",
            "health",
            "imageryBaseMapsEarthCover",
            "intelligenceMilitary",
            "inlandWaters",
            "location",
            "oceans",
            "planningCadastre",
            "society",
            "structure",
            "transportation",
            "utilitiesCommunication");

    private static final Pattern LANGUAGE = Pattern.compile("[a-z]{3}");
    private static final Pattern EMAIL = Pattern.compile("[^\\s<>@]{1,100}@[^\\s<>@]{1,150}");
    private static final Pattern DAY = Pattern.compile("(\\d{4})(?:-?(\\d{2})(?:-?(\\d{2}))?)?.*");

    private final Map<Kind, String> texts = new HashMap<>();
    private final Set<String> keywords = new LinkedHashSet<>();
    private @Nullable LocalDate date;
    private @Nullable String dateType;
    private @Nullable Long scale;

    void text(Kind kind, String raw) {
        String text = Plain.of(raw, LONGEST);
        if (text.isEmpty() || text.startsWith(PLACEHOLDER)) {
            return;
        }
        switch (kind) {
            case TOPIC -> topic(text);
            case LANGUAGE -> {
                String code = text.toLowerCase(Locale.ROOT);
                if (LANGUAGE.matcher(code).matches()) {
                    texts.putIfAbsent(kind, code);
                }
            }
            case EMAIL -> {
                if (EMAIL.matcher(text).matches()) {
                    texts.putIfAbsent(kind, text);
                }
            }
            default -> texts.putIfAbsent(kind, text);
        }
    }

    private void topic(String text) {
        if (text.matches("0*\\d{1,2}")) {
            int number = Integer.parseInt(text);
            if (number >= 1 && number <= TOPICS.size()) {
                texts.putIfAbsent(Kind.TOPIC, TOPICS.get(number - 1));
            }
        } else {
            TOPICS.stream()
                    .filter(topic -> topic.equalsIgnoreCase(text))
                    .findFirst()
                    .ifPresent(topic -> texts.putIfAbsent(Kind.TOPIC, topic));
        }
    }

    void keyword(String raw) {
        String word = Plain.of(raw, LONGEST_KEYWORD);
        if (!word.isEmpty() && !word.startsWith(PLACEHOLDER) && keywords.size() < MOST_KEYWORDS) {
            keywords.add(word);
        }
    }

    /** A day, a month or a year, as ISO 8601 or FGDC writes it; anything else is passed over. */
    void date(String raw, String type) {
        Matcher day = DAY.matcher(raw.strip());
        if (date != null || !day.matches()) {
            return;
        }
        try {
            date = LocalDate.of(Integer.parseInt(day.group(1)), number(day.group(2)), number(day.group(3)));
            dateType = type;
        } catch (DateTimeException e) {
            date = null;
        }
    }

    private static int number(@Nullable String group) {
        return group == null ? 1 : Integer.parseInt(group);
    }

    void scale(String raw) {
        String digits = raw.strip();
        if (scale == null && digits.matches("[1-9]\\d{0,9}")) {
            scale = Long.valueOf(digits);
        }
    }

    boolean isEmpty() {
        return texts.isEmpty() && keywords.isEmpty() && date == null;
    }

    Description description() {
        return new Description(
                texts.get(Kind.TITLE),
                texts.get(Kind.ABSTRACT),
                texts.get(Kind.PURPOSE),
                List.copyOf(keywords),
                texts.get(Kind.TOPIC),
                texts.get(Kind.LANGUAGE),
                date,
                dateType,
                texts.get(Kind.LINEAGE),
                texts.get(Kind.LIMITATION),
                texts.get(Kind.INDIVIDUAL),
                texts.get(Kind.ORGANISATION),
                texts.get(Kind.EMAIL),
                scale);
    }
}
