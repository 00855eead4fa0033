package org.batchuploader.core.fault;

/** What an armed process throws: nobody expects it, as nobody expects a mistake of ours. */
public final class InjectedFault extends RuntimeException {
    InjectedFault(String message) {
        super(message);
    }
}
