package org.batchuploader.rabbitmq;

import com.rabbitmq.client.AuthenticationFailureException;
import com.rabbitmq.client.ShutdownSignalException;
import java.io.EOFException;
import java.net.UnknownHostException;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;

/** The broker does not let us in, or is not there; the message is a sentence that names the key to look at. */
public final class BrokerUnavailable extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private BrokerUnavailable(String message, Throwable cause) {
        super(message, cause);
    }

    static BrokerUnavailable of(BrokerSettings settings, Exception e) {
        return new BrokerUnavailable(sentence(settings, e), e);
    }

    private static String sentence(BrokerSettings settings, Exception e) {
        if (e instanceof AuthenticationFailureException) {
            return "queue.brokerUser, queue.brokerPassword: the broker at " + settings.address() + " refuses the user "
                    + settings.user();
        }
        return "queue.brokerUrl: " + settings.address() + " cannot be used: " + reason(e);
    }

    /** In words, as the exceptions of the client often have none. */
    static String reason(Throwable e) {
        ShutdownSignalException shutdown = shutdown(e);
        if (shutdown != null) {
            return shutdown.getReason() == null ? "the connection was lost" : words(shutdown);
        }
        if (e instanceof UnknownHostException) {
            return "there is no host " + e.getMessage();
        }
        if (e instanceof TimeoutException) {
            return "no answer in time";
        }
        if (e instanceof EOFException) {
            return "the connection was lost";
        }
        String message = e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
        return e instanceof SSLException ? "TLS failed: " + message : message;
    }

    private static String words(ShutdownSignalException shutdown) {
        String reason = shutdown.getReason().toString();
        int text = reason.indexOf("reply-text=");
        int end = reason.indexOf(", class-id");
        return text >= 0 && end > text ? reason.substring(text + "reply-text=".length(), end) : reason;
    }

    private static @Nullable ShutdownSignalException shutdown(Throwable e) {
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof ShutdownSignalException found) {
                return found;
            }
        }
        return null;
    }
}
