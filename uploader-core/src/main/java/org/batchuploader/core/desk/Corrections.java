package org.batchuploader.core.desk;

import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.util.Optional;
import org.batchuploader.core.inspect.Correction;
import org.batchuploader.core.inspect.DatasetInspector;
import org.batchuploader.core.inspect.ProblemCode;
import org.jspecify.annotations.Nullable;

/** Whether a correction can be used at all. */
final class Corrections {
    private static final int LONGEST_NAME = 200;

    private final DatasetInspector inspector;

    Corrections(DatasetInspector inspector) {
        this.inspector = inspector;
    }

    Optional<Answer> objection(Correction correction) {
        if (correction.isEmpty()) {
            return invalid(null, "Supply at least one of crs, charset, name and overwrite.");
        }
        String crs = correction.crs();
        if (crs != null && inspector.crs(crs).isEmpty()) {
            return invalid(ProblemCode.CRS_UNRECOGNISED, "\"" + crs + "\" is no coordinate reference system we know.");
        }
        String charset = correction.charset();
        if (charset != null && !isCharset(charset)) {
            return invalid(ProblemCode.CHARSET_INVALID, "\"" + charset + "\" is no character set we know.");
        }
        String name = correction.name();
        if (name != null && (name.isBlank() || name.length() > LONGEST_NAME)) {
            return invalid(null, "A layer name has 1 to " + LONGEST_NAME + " characters.");
        }
        return Optional.empty();
    }

    private static Optional<Answer> invalid(@Nullable ProblemCode code, String sentence) {
        return Optional.of(new Answer.Invalid(code, sentence));
    }

    private static boolean isCharset(String name) {
        try {
            return Charset.isSupported(name);
        } catch (IllegalCharsetNameException e) {
            return false;
        }
    }
}
