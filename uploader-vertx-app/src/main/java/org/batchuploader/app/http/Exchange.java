package org.batchuploader.app.http;

import io.netty.handler.codec.http.QueryStringDecoder;
import io.vertx.core.buffer.Buffer;
import io.vertx.ext.web.RoutingContext;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.batchuploader.app.api.Json;
import org.batchuploader.core.id.DatasetId;
import org.batchuploader.core.id.Ids;
import org.batchuploader.core.id.NoticeId;
import org.batchuploader.core.id.TaskId;
import org.batchuploader.core.id.UploadId;
import org.batchuploader.core.user.Owner;

/**
 * One request as an {@link Action} sees it.
 *
 * @param visitor who is logged in; nobody on open routes
 * @param body a small one, read already; empty where none is expected
 */
public record Exchange(RoutingContext context, Optional<Owner> visitor, Buffer body) {
    /** Answers a request; may block. */
    @FunctionalInterface
    public interface Action {
        Reply answer(Exchange exchange) throws Exception;
    }

    /** Who is logged in. */
    public Owner owner() {
        return visitor.orElseThrow();
    }

    void requireAdministrator() {
        if (!owner().administrator()) {
            throw new Refusal(403, "FORBIDDEN", "This is for administrators.");
        }
    }

    public Optional<String> query(String name) {
        return Optional.ofNullable(context.request().getParam(name)).filter(v -> !v.isEmpty());
    }

    /** @param usual when it is not given */
    int number(String name, int usual, int most) {
        try {
            int number = query(name).map(Integer::parseInt).orElse(usual);
            if (number >= 1 && number <= most) {
                return number;
            }
        } catch (NumberFormatException e) {
            throw Refusal.bad("PARAMETER_INVALID", name + " must be a whole number from 1 to " + most + ".");
        }
        throw Refusal.bad("PARAMETER_INVALID", name + " must be a whole number from 1 to " + most + ".");
    }

    String segment(String name) {
        return context.pathParam(name);
    }

    public UploadId upload() {
        return new UploadId(identifier());
    }

    public DatasetId dataset() {
        return new DatasetId(identifier());
    }

    public TaskId task() {
        return new TaskId(identifier());
    }

    public NoticeId notice() {
        return new NoticeId(identifier());
    }

    <T> T json(Class<T> type) {
        return Json.read(body.getBytes(), type);
    }

    /** A field of a form that was posted. */
    public Optional<String> field(String name) {
        var fields = new QueryStringDecoder(body.toString(StandardCharsets.UTF_8), false).parameters();
        return Optional.ofNullable(fields.get(name)).map(v -> v.get(0).strip()).filter(v -> !v.isEmpty());
    }

    private String identifier() {
        String id = segment("id");
        if (id == null || !Ids.isValid(id)) {
            throw Refusal.notFound();
        }
        return id;
    }
}
