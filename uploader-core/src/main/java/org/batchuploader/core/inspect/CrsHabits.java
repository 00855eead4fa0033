package org.batchuploader.core.inspect;

import java.util.List;

/**
 * Which coordinate reference systems were used before: evidence where a file does not say, and never more than that.
 *
 * @param owner codes of this owner's data, {@code EPSG:2056}, most used first
 * @param service codes of everybody's data, most used first
 */
public record CrsHabits(List<String> owner, List<String> service) {
    public static final CrsHabits NONE = new CrsHabits(List.of(), List.of());

    public CrsHabits {
        owner = List.copyOf(owner);
        service = List.copyOf(service);
    }
}
