package org.batchuploader.geotools.crs.text;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Stream;

/**
 * One element of well-known text, {@code KEYWORD["value", 1, CHILD[...]]}.
 *
 * @param keyword in capitals
 * @param values texts without their quotes, numbers and bare words, in order
 */
record WktNode(String keyword, List<String> values, List<WktNode> children) {
    WktNode {
        values = List.copyOf(values);
        children = List.copyOf(children);
    }

    boolean is(String... keywords) {
        return List.of(keywords).contains(keyword);
    }

    Optional<WktNode> child(String... keywords) {
        return all(keywords).findFirst();
    }

    Stream<WktNode> all(String... keywords) {
        return children.stream().filter(child -> child.is(keywords));
    }

    /** The first value, which is the name of most elements. */
    String name() {
        return values.isEmpty() ? "" : values.get(0);
    }

    OptionalDouble number(int index) {
        if (index < values.size()) {
            try {
                double number = Double.parseDouble(values.get(index));
                return Double.isFinite(number) ? OptionalDouble.of(number) : OptionalDouble.empty();
            } catch (NumberFormatException e) {
                return OptionalDouble.empty();
            }
        }
        return OptionalDouble.empty();
    }
}
