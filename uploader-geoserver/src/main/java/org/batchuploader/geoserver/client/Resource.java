package org.batchuploader.geoserver.client;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A feature type or a coverage. What is null is left to GeoServer when written, and was not said when read.
 *
 * @param name the layer's name
 * @param nativeName the name in the store
 * @param srs the declared CRS, {@code EPSG:2056}
 * @param projectionPolicy {@code FORCE_DECLARED}, {@code REPROJECT_TO_DECLARED} or {@code NONE}
 * @param latLonBoundingBox as GeoServer computed it; never written
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Resource(
        @Nullable String name,
        @Nullable String nativeName,
        @Nullable String title,
        @JsonProperty("abstract") @Nullable String abstractText,
        @Nullable Keywords keywords,
        @Nullable String srs,
        @Nullable String projectionPolicy,
        @Nullable Boolean enabled,
        @JsonProperty(access = JsonProperty.Access.WRITE_ONLY) @Nullable BoundingBox latLonBoundingBox) {

    /** Keywords as GeoServer wraps them. */
    public record Keywords(List<String> string) {
        public Keywords {
            string = List.copyOf(string);
        }
    }

    /** In a CRS that is declared and not guessed, with no words but a title. */
    public static Resource declared(String name, @Nullable String nativeName, String title, String srs) {
        return new Resource(name, nativeName, title, null, null, srs, "FORCE_DECLARED", true, null);
    }

    /** The same with an abstract and keywords, which may be empty. */
    public Resource described(String words, List<String> about) {
        return new Resource(
                name, nativeName, title, words, new Keywords(about), srs, projectionPolicy, enabled, latLonBoundingBox);
    }
}
