package org.batchuploader.geotools.vector;

import java.util.Arrays;
import org.batchuploader.geotools.geometry.Family;
import org.jspecify.annotations.Nullable;

/**
 * Which features of a file are one dataset. As text, {@code lines:roads}; {@code all} stands for whatever family.
 *
 * @param layer absent for all
 * @param family absent for whatever there is
 */
public record Member(@Nullable String layer, @Nullable Family family) {
    private static final String ANY = "all";

    /** @param text as {@link #text} writes it; absent for everything */
    static Member of(@Nullable String text) {
        if (text == null) {
            return new Member(null, null);
        }
        int colon = text.indexOf(':');
        String word = text.substring(0, colon);
        String layer = text.substring(colon + 1);
        Family family = Arrays.stream(Family.values())
                .filter(f -> f.word().equals(word))
                .findFirst()
                .orElse(null);
        return new Member(layer.isEmpty() ? null : layer, family);
    }

    /** Absent when it is everything. */
    public @Nullable String text() {
        return layer == null && family == null
                ? null
                : (family == null ? ANY : family.word()) + ":" + (layer == null ? "" : layer);
    }
}
