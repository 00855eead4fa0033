package org.batchuploader.app.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.PrintWriter;
import java.time.Duration;

/** The queue as people read it on a terminal. */
record QueueLines(PrintWriter out) {
    /** What an administrator sees, or one's own where that is all there is. */
    void print(JsonNode queue) {
        JsonNode all = queue.path("all");
        if (all.isMissingNode()) {
            out.println("queue: " + queue.path("waiting").asLong() + " of your tasks wait, "
                    + queue.path("running").asLong() + " run");
            queue.path("uploads").forEach(this::own);
        } else {
            everybodys(all);
        }
    }

    private void own(JsonNode upload) {
        String wait = upload.has("waitSeconds")
                ? "begins in about " + age(upload.path("waitSeconds"))
                : upload.path("waitUnknown").asText();
        String place = upload.has("position") ? upload.path("position").asText() + " tasks before it; " + wait : "";
        out.println(
                "  " + upload.path("id").asText() + "  " + upload.path("title").asText() + "  "
                        + (upload.path("running").asBoolean() ? "worked on  " : "") + place);
    }

    private void everybodys(JsonNode all) {
        out.println("queue: " + all.path("waiting").asLong() + " waiting, "
                + all.path("running").asLong()
                + " running, " + all.path("dead").asLong() + " given up"
                + (all.has("oldestSeconds") ? "; the oldest waits " + age(all.path("oldestSeconds")) : "")
                + (all.has("endedPerMinute") ? "; " + all.path("endedPerMinute").asText() + " tasks a minute" : ""));
        all.path("tasks").forEach(this::task);
        if (!all.path("gates").isEmpty()) {
            out.println("gates of " + all.path("process").asText() + " (every process has its own):");
            all.path("gates").forEach(this::gate);
        }
        if (!all.path("givenUp").isEmpty()) {
            out.println("given up, newest first (uploader dead list):");
            all.path("givenUp").forEach(this::givenUp);
        }
    }

    private void task(JsonNode task) {
        out.println("  " + task.path("step").asText() + " for " + age(task.path("stepSeconds")) + ", running for "
                + age(task.path("seconds")) + ", attempt "
                + task.path("attempt").asInt() + "  "
                + task.path("owner").asText() + "  " + task.path("upload").asText() + "  "
                + task.path("title").asText() + "  at " + task.path("process").asText());
    }

    private void gate(JsonNode gate) {
        out.println(
                "  " + gate.path("step").asText() + "  " + gate.path("state").asText() + "  "
                        + gate.path("inside").asInt() + " inside, "
                        + gate.path("failures").asInt() + " failures in a row"
                        + (gate.has("until") ? ", until " + gate.path("until").asText() : "")
                        + (gate.has("trouble") ? ": " + gate.path("trouble").asText() : ""));
    }

    private void givenUp(JsonNode task) {
        out.println("  " + task.path("id").asText() + "  " + task.path("at").asText() + "  "
                + task.path("owner").asText() + "  " + task.path("work").asText() + "  "
                + task.path("reason").asText());
    }

    /** {@code 1h2m3s}. */
    private static String age(JsonNode seconds) {
        return Duration.ofSeconds(seconds.asLong()).toString().substring(2).toLowerCase(java.util.Locale.ROOT);
    }
}
