package org.batchuploader.app.http;

import java.io.IOException;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BooleanSupplier;
import org.batchuploader.core.Uploader;
import org.batchuploader.core.pipeline.Gate;
import org.batchuploader.core.staging.StagedWrite;
import org.batchuploader.core.staging.StagingArea;
import org.batchuploader.core.user.Owner;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** {@code /livez} and {@code /readyz}. */
final class Health {
    private static final Logger LOG = LoggerFactory.getLogger(Health.class);

    private interface Look {
        void run() throws IOException;
    }

    private record Readiness(String status, Map<String, String> parts) {}

    private final Uploader uploader;
    private final Map<String, BooleanSupplier> beside;

    /** @param beside parts of the process without which uploads are still taken in here, and whether each is well */
    Health(Uploader uploader, Map<String, BooleanSupplier> beside) {
        this.uploader = uploader;
        this.beside = beside;
    }

    Reply live(Exchange exchange) {
        return Reply.json(200, Map.of("status", "live"));
    }

    /**
     * Whether an upload could be taken here now: HTTP answers, the database does, and the staging area takes bytes. Another part or
     * a remote system that is away keeps nobody from delivering; it is named.
     */
    Reply ready(Exchange exchange) {
        Map<String, String> parts = new TreeMap<>();
        boolean database = look(parts, "database", this::askDatabase);
        boolean staging = look(parts, "staging", this::touchStaging);
        boolean ready = database && staging;
        parts.put("http", "up");
        beside.forEach((part, well) -> parts.put(part, well.getAsBoolean() ? "up" : "down"));
        uploader.gates().stream()
                .filter(gate -> gate.state() != Gate.State.CLOSED)
                .forEach(gate -> parts.put(gate.step().name().toLowerCase(Locale.ROOT), "degraded"));
        boolean whole = parts.values().stream().allMatch("up"::equals);
        String status = ready ? whole ? "ready" : "degraded" : "not ready";
        Reply reply = Reply.json(ready ? 200 : 503, new Readiness(status, parts));
        return ready ? reply : reply.with("Retry-After", "10");
    }

    private boolean look(Map<String, String> parts, String part, Look look) {
        try {
            look.run();
            parts.put(part, "up");
            return true;
        } catch (IOException | RuntimeException e) {
            LOG.atWarn().setCause(e).addKeyValue("part", part).log("not ready");
            parts.put(part, "down");
            return false;
        }
    }

    private void askDatabase() {
        uploader.desk(new Owner("readiness", false, null)).list(Set.of(), null, 1);
    }

    private void touchStaging() throws IOException {
        StagingArea staging = uploader.reception().staging();
        try (StagedWrite write = staging.begin()) {
            staging.delete(write.id());
        }
    }
}
