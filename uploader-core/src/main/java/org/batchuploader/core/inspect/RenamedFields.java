package org.batchuploader.core.inspect;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Tells once which fields a layer has under another name than they were delivered with. */
public final class RenamedFields {
    private static final int MOST_TOLD = 12;

    private RenamedFields() {}

    /** A {@code NAME_CHANGED} that lists old and new names, when there are any. */
    public static Optional<Problem> problem(List<Field> fields) {
        List<Field> renamed = fields.stream()
                .filter(field -> !field.name().equals(field.originalName()))
                .toList();
        if (renamed.isEmpty()) {
            return Optional.empty();
        }
        String list = renamed.stream()
                .limit(MOST_TOLD)
                .map(field ->
                        "\"%s\" -> %s".formatted(field.originalName().replaceAll("\\p{Cntrl}", "?"), field.name()))
                .collect(Collectors.joining(", "));
        int more = renamed.size() - MOST_TOLD;
        return Optional.of(Problem.of(
                ProblemCode.NAME_CHANGED,
                "%s so that every system takes %s unharmed: %s%s. The old names are kept as titles."
                        .formatted(
                                renamed.size() == 1
                                        ? "One field has a new name"
                                        : renamed.size() + " fields have new names",
                                renamed.size() == 1 ? "it" : "them",
                                list,
                                more > 0 ? " and " + more + " more" : "")));
    }
}
