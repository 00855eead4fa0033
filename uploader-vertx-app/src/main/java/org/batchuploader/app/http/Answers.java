package org.batchuploader.app.http;

import org.batchuploader.core.desk.Answer;

/** The desk's answers in HTTP's words. */
public final class Answers {
    private Answers() {}

    /** Throws a {@link Refusal} unless it is done. */
    public static void require(Answer answer) {
        if (answer instanceof Answer.NotFound) {
            throw Refusal.notFound();
        }
        if (answer instanceof Answer.NotNow notNow) {
            throw new Refusal(409, "NOT_NOW", notNow.sentence());
        }
        if (answer instanceof Answer.Invalid invalid) {
            var code = invalid.code();
            throw new Refusal(422, code == null ? "CORRECTION_INVALID" : code.name(), invalid.sentence());
        }
    }
}
