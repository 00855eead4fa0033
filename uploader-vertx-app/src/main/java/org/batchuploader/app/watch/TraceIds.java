package org.batchuploader.app.watch;

import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.TraceFlags;
import io.opentelemetry.api.trace.TraceState;
import io.opentelemetry.sdk.trace.IdGenerator;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.batchuploader.core.id.UploadId;

/**
 * The trace of an upload, which its identifier alone tells, so that all processes that work on it agree without a word.
 *
 * @param trace 16 bytes in hexadecimal
 * @param root the span that all others of it are in, 8 bytes in hexadecimal
 */
record TraceIds(String trace, String root) implements IdGenerator {
    private static final int TRACE = 16;
    private static final int SPAN = 8;

    static TraceIds of(UploadId upload) {
        try {
            byte[] hash =
                    MessageDigest.getInstance("SHA-256").digest(upload.value().getBytes(StandardCharsets.US_ASCII));
            HexFormat hex = HexFormat.of();
            return new TraceIds(hex.formatHex(hash, 0, TRACE), hex.formatHex(hash, TRACE, TRACE + SPAN));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("this Java has no SHA-256", e);
        }
    }

    /** What spans of other processes and threads are children of. */
    SpanContext parent() {
        return SpanContext.createFromRemoteParent(trace, root, TraceFlags.getSampled(), TraceState.getDefault());
    }

    @Override
    public String generateTraceId() {
        return trace;
    }

    @Override
    public String generateSpanId() {
        return root;
    }
}
