package org.batchuploader.geonode.client;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.Objects;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A management command on its way. That it is {@link #ended} says nothing of its success: GeoNode says {@code FINISHED} of a command
 * that raised, too.
 *
 * @param output what the command printed
 * @param meta what Celery knows of it, absent until it was taken up
 */
public record Job(
        long id,
        String status,
        @JsonProperty("output_message") @Nullable String output,
        @JsonProperty("celery_task_meta") @Nullable JsonNode meta) {
    private static final Pattern COUNT = Pattern.compile("(?m)^\\s*(\\d{1,9}) (Created|Updated|Failed) layers\\s*$");

    public Job {
        status = Objects.requireNonNullElse(status, "");
    }

    public boolean ended() {
        return status.equals("FINISHED") || failed();
    }

    /** Whether it is known how it ended: GeoNode says that a command is finished a moment before Celery knows whether it raised. */
    public boolean settled() {
        return !exception().isEmpty()
                || failed()
                || meta("status").equals("SUCCESS")
                || count(Outcome.CREATED).isPresent();
    }

    /** Whether Celery or GeoNode says outright that it went wrong. */
    public boolean failed() {
        return status.equals("FAILED") || meta("status").equals("FAILURE");
    }

    /** The last line of the traceback, which names the exception; empty when there is none. */
    public String exception() {
        String[] lines = meta("traceback").strip().split("\\R");
        return lines[lines.length - 1].strip();
    }

    /** How many layers {@code updatelayers} counts; empty when it did not get so far. */
    public OptionalInt count(Outcome outcome) {
        Matcher counts = COUNT.matcher(output == null ? "" : output);
        OptionalInt last = OptionalInt.empty();
        while (counts.find()) {
            if (counts.group(2).equals(outcome.word)) {
                last = OptionalInt.of(Integer.parseInt(counts.group(1)));
            }
        }
        return last;
    }

    private String meta(String field) {
        return meta == null ? "" : meta.path(field).asText("");
    }

    /** What {@code updatelayers} did with a layer. */
    public enum Outcome {
        CREATED("Created"),
        UPDATED("Updated"),
        FAILED("Failed");

        private final String word;

        Outcome(String word) {
            this.word = word;
        }
    }
}
