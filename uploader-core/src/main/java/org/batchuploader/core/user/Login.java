package org.batchuploader.core.user;

import java.time.Duration;

/** The answer to an attempt to log in. */
public sealed interface Login {
    /** The credentials are right. */
    record Accepted(Owner owner) implements Login {}

    /** Unknown name or wrong password; which of the two is nobody's business. */
    record Refused() implements Login {}

    /** The password is right, but the account is switched off. */
    record Disabled() implements Login {}

    /** Too many failures from this name or address; nothing was checked. */
    record Throttled(Duration retryAfter) implements Login {}
}
