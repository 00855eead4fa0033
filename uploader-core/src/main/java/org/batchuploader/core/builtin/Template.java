package org.batchuploader.core.builtin;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.batchuploader.core.html.Html;

/** Text with slots, <code>{{name}}</code>, that only {@link Html} fits in. */
record Template(String text) {
    private static final Pattern SLOT = Pattern.compile("\\{\\{([a-z-]+)}}");

    /** Loads a template from beside this class. */
    static Template load(String resource) {
        try (InputStream in = Objects.requireNonNull(Template.class.getResourceAsStream(resource), resource)) {
            return new Template(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + resource, e);
        }
    }

    /** @throws IllegalArgumentException when a slot stays empty */
    String fill(Map<String, Html> slots) {
        return SLOT.matcher(text).replaceAll(slot -> {
            Html html = slots.get(slot.group(1));
            if (html == null) {
                throw new IllegalArgumentException("nothing for the slot " + slot.group(1));
            }
            return Matcher.quoteReplacement(html.markup());
        });
    }
}
