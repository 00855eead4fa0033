package org.batchuploader.geonetwork.iso;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Keywords of one vocabulary ({@code MD_Keywords}).
 *
 * @param thesaurus where they are from; absent for free words
 */
public record Keywords(List<String> words, @Nullable Thesaurus thesaurus) {
    /** The vocabulary INSPIRE prescribes for themes (Regulation (EC) 1205/2008, part D 4). */
    public static final Thesaurus INSPIRE_THEMES =
            new Thesaurus("GEMET - INSPIRE themes, version 1.0", LocalDate.of(2008, 6, 1));

    public Keywords {
        words = List.copyOf(words);
    }

    /** A vocabulary by its title and the day it was published. */
    public record Thesaurus(String title, LocalDate published) {}
}
