package org.batchuploader.core.inspect;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the owner says of the data in a metadata sidecar (ISO 19139, ESRI). All of it is text from outside: shown, never followed or
 * executed.
 *
 * @param abstractText what the data are about
 * @param purpose what they were made for
 * @param topicCategory a code of ISO 19115's MD_TopicCategoryCode, {@code transportation}
 * @param language of the data, ISO 639-2 with three letters
 * @param date in the life of the data
 * @param dateType which one: {@code creation}, {@code publication} or {@code revision}; absent without a date
 * @param lineage where the data come from
 * @param useLimitation licence and constraints, in words
 * @param individual responsible for the data
 * @param organisation responsible for the data
 * @param email of the one responsible
 * @param scale the denominator of the scale that the data are good for
 */
public record Description(
        @Nullable String title,
        @Nullable String abstractText,
        @Nullable String purpose,
        List<String> keywords,
        @Nullable String topicCategory,
        @Nullable String language,
        @Nullable LocalDate date,
        @Nullable String dateType,
        @Nullable String lineage,
        @Nullable String useLimitation,
        @Nullable String individual,
        @Nullable String organisation,
        @Nullable String email,
        @Nullable Long scale) {
    public Description {
        keywords = List.copyOf(keywords);
    }
}
