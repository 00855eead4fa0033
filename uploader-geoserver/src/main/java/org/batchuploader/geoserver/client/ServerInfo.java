package org.batchuploader.geoserver.client;

import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import org.batchuploader.remote.Answer;
import org.jspecify.annotations.Nullable;

/**
 * What a GeoServer says of itself.
 *
 * @param version {@code 2.27.1}; {@code unknown} when it does not say
 * @param date by its clock, to the second; absent when it does not say
 */
public record ServerInfo(String version, @Nullable Instant date) {
    static @Nullable Instant date(Answer answer) {
        return answer.headers().entrySet().stream()
                .filter(header -> header.getKey().equalsIgnoreCase("date"))
                .flatMap(header -> header.getValue().stream())
                .findFirst()
                .map(ServerInfo::parsed)
                .orElse(null);
    }

    @SuppressWarnings("NullAway") // Optional.map takes null for nothing
    private static @Nullable Instant parsed(String date) {
        try {
            return ZonedDateTime.parse(date, DateTimeFormatter.RFC_1123_DATE_TIME)
                    .toInstant();
        } catch (DateTimeParseException notADate) {
            return null;
        }
    }
}
