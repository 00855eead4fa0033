package org.batchuploader.geonetwork.iso;

import java.util.List;

/**
 * What may be done with the data ({@code MD_LegalConstraints}). Where there are texts, the restriction code is
 * {@code otherRestrictions}, as INSPIRE has it.
 *
 * @param limitations fitness for use, in words
 * @param access who may get the data, in words
 * @param use under which licence or conditions, in words
 */
public record Constraints(List<String> limitations, List<String> access, List<String> use) {
    public static final Constraints NONE = new Constraints(List.of(), List.of(), List.of());

    public Constraints {
        limitations = List.copyOf(limitations);
        access = List.copyOf(access);
        use = List.copyOf(use);
    }
}
