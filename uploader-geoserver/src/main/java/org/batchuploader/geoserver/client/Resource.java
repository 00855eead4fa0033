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

    /** What we want of a resource: a name and title of ours, in a CRS that is declared and not guessed. */
    public static Resource declared(
            String name, @Nullable String nativeName, String title, String srs, List<String> keywords) {
        return new Resource(name, nativeName, title, new Keywords(keywords), srs, "FORCE_DECLARED", true, null);
    }
}
