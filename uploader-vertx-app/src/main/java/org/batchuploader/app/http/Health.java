package org.batchuploader.app.http;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
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

    Health(Uploader uploader) {
        this.uploader = uploader;
    }

    Reply live(Exchange exchange) {
        return Reply.json(200, Map.of("status", "live"));
    }

    /**
     * Whether an upload could be taken now: the database answers and the staging area takes bytes. A remote system that is
     * away keeps nobody from delivering; it is named.
     */
    Reply ready(Exchange exchange) {
        Map<String, String> parts = new TreeMap<>();
        boolean database = look(parts, "database", this::askDatabase);
        boolean staging = look(parts, "staging", this::touchStaging);
        boolean ready = database && staging;
        List<Gate.Status> away = uploader.gates().stream()
                .filter(gate -> gate.state() != Gate.State.CLOSED)
                .toList();
        away.forEach(gate -> parts.put(gate.step().name().toLowerCase(Locale.ROOT), "degraded"));
        String status = ready ? away.isEmpty() ? "ready" : "degraded" : "not ready";
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
