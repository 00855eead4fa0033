package org.batchuploader.geonode.client;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is to be changed of a dataset's metadata; what is null stays.
 *
 * @param abstractText shown as HTML by GeoNode's pages
 * @param keywords made when they are missing
 * @param category an identifier of ISO 19115's MD_TopicCategoryCode that GeoNode has a row of
 * @param language ISO 639-2, three letters
 * @param date of publication, ISO 8601
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record DatasetChange(
        @Nullable String title,
        @JsonProperty("abstract") @Nullable String abstractText,
        @Nullable List<Keyword> keywords,
        @Nullable Category category,
        @Nullable String language,
        @Nullable String date,
        @JsonProperty("date_type") @Nullable String dateType,
        @JsonProperty("data_quality_statement") @Nullable String lineage,
        @Nullable String attribution,
        @JsonProperty("constraints_other") @Nullable String constraints) {
    /** One keyword. */
    public record Keyword(String name) {}

    /** One category. */
    public record Category(String identifier) {}

    /** Nothing but these. */
    public static DatasetChange of(String title, @Nullable String abstractText, List<String> keywords) {
        return new DatasetChange(title, abstractText, words(keywords), null, null, null, null, null, null, null);
    }

    public static List<Keyword> words(List<String> keywords) {
        return keywords.stream().map(Keyword::new).toList();
    }
}
