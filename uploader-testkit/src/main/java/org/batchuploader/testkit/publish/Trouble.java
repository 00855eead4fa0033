package org.batchuploader.testkit.publish;

import org.batchuploader.core.remote.RemoteRefused;
import org.batchuploader.core.remote.RemoteUnavailable;

/**
 * A trouble that the system behind an adapter can be brought into.
 *
 * @param name what it is, for the test's name
 * @param expected what the port must then throw
 * @param begin brings it about
 * @param end mends it
 */
public record Trouble(String name, Class<? extends RuntimeException> expected, Runnable begin, Runnable end) {
    /** The system does not answer, or cannot now. */
    public static Trouble unavailable(String name, Runnable begin, Runnable end) {
        return new Trouble(name, RemoteUnavailable.class, begin, end);
    }

    /** The system understands and says no. */
    public static Trouble refusing(String name, Runnable begin, Runnable end) {
        return new Trouble(name, RemoteRefused.class, begin, end);
    }
}
