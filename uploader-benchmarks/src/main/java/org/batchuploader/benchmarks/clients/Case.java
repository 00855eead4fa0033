package org.batchuploader.benchmarks.clients;

/**
 * One thing that people do, or that nobody should.
 *
 * @param name says what
 * @param begin sends, so that endings of many cases can be waited for together
 */
record Case(String name, Begin begin) {
    /** Sends something. */
    @FunctionalInterface
    interface Begin {
        End send() throws Exception;
    }

    /** Throws {@link Wrong} unless everything came to the ending it should. */
    @FunctionalInterface
    interface End {
        void check() throws Exception;
    }

    /** It came otherwise; the message says how. */
    static final class Wrong extends Exception {
        private static final long serialVersionUID = 1L;

        Wrong(String message) {
            super(message);
        }
    }

    static void require(boolean fulfilled, String otherwise) throws Wrong {
        if (!fulfilled) {
            throw new Wrong(otherwise);
        }
    }
}
