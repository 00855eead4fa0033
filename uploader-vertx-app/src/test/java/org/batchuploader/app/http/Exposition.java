package org.batchuploader.app.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Prometheus' text format 0.0.4, read strictly: every line is a comment or a sample, every family has one type, told
 * before its samples, no sample comes twice.
 *
 * @param samples by name and labels in the order of their names
 */
public record Exposition(String text, Map<String, Double> samples, Set<String> labels) {
    private static final Pattern TYPE =
            Pattern.compile("# TYPE ([a-zA-Z_:][a-zA-Z0-9_:]*) (counter|gauge|histogram|summary|untyped)");
    private static final Pattern HELP = Pattern.compile("# HELP [a-zA-Z_:][a-zA-Z0-9_:]*( .*)?");
    private static final Pattern SAMPLE = Pattern.compile("([a-zA-Z_:][a-zA-Z0-9_:]*)(?:\\{(.*)})? (\\S+)");
    private static final Pattern LABEL =
            Pattern.compile("([a-zA-Z_][a-zA-Z0-9_]*)=\"((?:[^\"\\\\\n]|\\\\[\\\\n\"])*)\",?");

    public static Exposition of(String text) {
        assertThat(text).endsWith("\n");
        Map<String, String> types = new LinkedHashMap<>();
        Map<String, Double> samples = new LinkedHashMap<>();
        Set<String> labels = new TreeSet<>();
        for (String line : text.split("\n")) {
            Matcher type = TYPE.matcher(line);
            Matcher sample = SAMPLE.matcher(line);
            if (type.matches()) {
                assertThat(types.put(type.group(1), type.group(2))).as(line).isNull();
            } else if (!HELP.matcher(line).matches()) {
                assertThat(sample.matches()).as(line).isTrue();
                String family = sample.group(1).replaceFirst("_(bucket|sum|count|max)$", "");
                assertThat(types)
                        .as(line)
                        .containsAnyOf(
                                Map.entry(family, types.getOrDefault(family, "")),
                                Map.entry(sample.group(1), types.getOrDefault(sample.group(1), "")));
                Map<String, String> own = labels(sample.group(2) == null ? "" : sample.group(2));
                labels.addAll(own.keySet());
                assertThat(samples.put(sample.group(1) + own, number(sample.group(3))))
                        .as(line)
                        .isNull();
            }
        }
        return new Exposition(text, samples, labels);
    }

    /** @param sample as in {@code name{label="value"}} */
    public double value(String sample) {
        Matcher matcher = SAMPLE.matcher(sample + " 0");
        assertThat(matcher.matches()).as(sample).isTrue();
        String key = matcher.group(1) + labels(matcher.group(2) == null ? "" : matcher.group(2));
        assertThat(samples).containsKey(key);
        return samples.getOrDefault(key, Double.NaN);
    }

    public Set<String> names() {
        Set<String> names = new TreeSet<>();
        samples.keySet().forEach(key -> names.add(key.substring(0, key.indexOf('{'))));
        return names;
    }

    private static Map<String, String> labels(String text) {
        Map<String, String> labels = new TreeMap<>();
        Matcher label = LABEL.matcher(text);
        int end = 0;
        while (end < text.length()) {
            assertThat(label.find(end) && label.start() == end).as(text).isTrue();
            labels.put(label.group(1), label.group(2));
            end = label.end();
        }
        return labels;
    }

    private static double number(String text) {
        return switch (text) {
            case "+Inf" -> Double.POSITIVE_INFINITY;
            case "-Inf" -> Double.NEGATIVE_INFINITY;
            default -> Double.parseDouble(text);
        };
    }
}
