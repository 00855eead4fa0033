package org.batchuploader.app.config;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The values given, with where each came from, and their reading as numbers, times and addresses. */
final class Values {
    private static final Pattern SHORT_DURATION = Pattern.compile("(\\d+)\\s*(ms|s|m|h|d)?");
    private static final Pattern NAME_AND_NUMBER = Pattern.compile("([^=]+?)\\s*=\\s*(\\d{1,9})");
    private static final int LARGEST_PORT = 65_535;

    private final Map<Key, String> values = new EnumMap<>(Key.class);
    private final Map<Key, String> origins = new EnumMap<>(Key.class);

    /** @param origin where it was written, for messages */
    void put(Key key, String value, String origin) {
        values.put(key, value.strip());
        origins.put(key, origin);
    }

    boolean isGiven(Key key) {
        return !values.getOrDefault(key, "").isEmpty();
    }

    /** Absent when neither given nor usual; an empty value counts as not given. */
    @Nullable String find(Key key) {
        String value = values.get(key);
        return value == null || value.isEmpty() ? key.usual() : value;
    }

    String text(Key key) {
        String value = find(key);
        if (value == null) {
            throw wrong(key, "needs a value");
        }
        return value;
    }

    boolean flag(Key key) {
        return switch (text(key).toLowerCase(Locale.ROOT)) {
            case "true", "yes", "on" -> true;
            case "false", "no", "off" -> false;
            default -> throw wrong(key, "must be true or false");
        };
    }

    /** One of a few words. */
    String choice(Key key, String usual, String... known) {
        String given = find(key);
        String word = given == null ? usual : given.toLowerCase(Locale.ROOT);
        if (!List.of(known).contains(word)) {
            throw wrong(key, "must be one of " + String.join(", ", known));
        }
        return word;
    }

    /** Words between commas. */
    List<String> list(Key key) {
        String value = find(key);
        return value == null
                ? List.of()
                : Arrays.stream(value.split(","))
                        .map(String::strip)
                        .filter(w -> !w.isEmpty())
                        .toList();
    }

    /** Names with whole numbers, {@code ada=3, bob=2}. */
    Map<String, Integer> numbers(Key key, int least, int most) {
        Map<String, Integer> numbers = new TreeMap<>();
        for (String word : list(key)) {
            Matcher pair = NAME_AND_NUMBER.matcher(word);
            long number = pair.matches() ? Long.parseLong(pair.group(2)) : -1;
            if (number < least || number > most) {
                throw wrong(key, "must be names with numbers from " + least + " to " + most + ", as in: ada=3, bob=2");
            }
            numbers.put(pair.group(1), (int) number);
        }
        return numbers;
    }

    /** As it is given, or in the file that is named instead. */
    Secret secret(Key key, Key file) {
        Secret found = findSecret(key, file);
        if (found == null) {
            throw wrong(key, "needs a value, or " + file.path() + " the name of a file with it");
        }
        return found;
    }

    /** As {@link #secret}; absent when neither is given. */
    @Nullable Secret findSecret(Key key, Key file) {
        String value = find(key);
        String name = find(file);
        if (name == null) {
            return value == null ? null : new Secret(value);
        }
        if (value != null) {
            throw wrong(file, "must not be set together with " + key.path());
        }
        return SecretFile.read(folder(file), () -> wrong(file, "must be a readable file of one line"));
    }

    /** A path of this machine. */
    Path folder(Key key) {
        try {
            return Path.of(text(key)).toAbsolutePath().normalize();
        } catch (InvalidPathException e) {
            throw wrong(key, "must be a path");
        }
    }

    /** The address of a database. */
    String jdbc(Key key, String prefix) {
        String url = text(key);
        if (!url.startsWith(prefix)) {
            throw wrong(key, "must begin with " + prefix);
        }
        return url;
    }

    int port(Key key) {
        return (int) number(key, 0, LARGEST_PORT);
    }

    long number(Key key, long least, long most) {
        try {
            long number = Long.parseLong(text(key).replace("_", ""));
            if (number >= least && number <= most) {
                return number;
            }
        } catch (NumberFormatException e) {
            throw wrong(key, "must be a whole number from " + least + " to " + most);
        }
        throw wrong(key, "must be a whole number from " + least + " to " + most);
    }

    /** {@code 90}, {@code 90s}, {@code 2m}, {@code 500ms} or ISO 8601's {@code PT1M30S}; a bare number is seconds. */
    Duration duration(Key key) {
        String text = text(key);
        Matcher matcher = SHORT_DURATION.matcher(text);
        try {
            if (!matcher.matches()) {
                return Duration.parse(text);
            }
            long amount = Long.parseLong(matcher.group(1));
            return switch (matcher.group(2) == null ? "s" : matcher.group(2)) {
                case "ms" -> Duration.ofMillis(amount);
                case "m" -> Duration.ofMinutes(amount);
                case "h" -> Duration.ofHours(amount);
                case "d" -> Duration.ofDays(amount);
                default -> Duration.ofSeconds(amount);
            };
        } catch (DateTimeParseException | ArithmeticException | NumberFormatException e) {
            throw wrong(key, "must be a time such as 90s, 2m or PT1M30S");
        }
    }

    /** As {@link #address} where it is given. */
    URI addressOr(Key key, URI other) {
        return find(key) == null ? other : address(key);
    }

    /** An absolute address of the web, without a password in it. */
    URI address(Key key) {
        try {
            URI uri = new URI(text(key));
            if (uri.getRawUserInfo() != null) {
                throw wrong(key, "must not hold a user or a password");
            }
            if (("http".equals(uri.getScheme()) || "https".equals(uri.getScheme())) && uri.getHost() != null) {
                return uri;
            }
        } catch (URISyntaxException e) {
            throw wrong(key, "must be an address that begins with http:// or https://");
        }
        throw wrong(key, "must be an address that begins with http:// or https://");
    }

    InvalidConfiguration wrong(Key key, String rule) {
        String value = values.getOrDefault(key, "");
        String shown = key.isSecret() ? "(secret)" : "\"" + Secret.masked(value) + "\"";
        String origin = origins.getOrDefault(key, "nowhere");
        return new InvalidConfiguration(
                key.path() + " " + rule + "; it is " + (value.isEmpty() ? "not set" : shown + " (" + origin + ")"));
    }
}
