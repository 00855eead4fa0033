package org.batchuploader.core.doctor;

import org.jspecify.annotations.Nullable;

/**
 * One thing that was looked at.
 *
 * @param what was looked at ("version", "may create a workspace")
 * @param found in words, without secrets
 * @param remedy what an administrator can do; present unless the verdict is good
 */
public record Finding(Verdict verdict, String what, String found, @Nullable String remedy) {
    public Finding {
        if (verdict != Verdict.GOOD && remedy == null) {
            throw new IllegalArgumentException("no remedy for: " + what);
        }
    }

    public static Finding good(String what, String found) {
        return new Finding(Verdict.GOOD, what, found, null);
    }

    public static Finding warning(String what, String found, String remedy) {
        return new Finding(Verdict.WARNING, what, found, remedy);
    }

    public static Finding bad(String what, String found, String remedy) {
        return new Finding(Verdict.BAD, what, found, remedy);
    }
}
