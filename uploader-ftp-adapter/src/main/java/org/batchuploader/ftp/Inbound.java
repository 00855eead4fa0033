package org.batchuploader.ftp;

import java.net.SocketException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.ftpserver.ftplet.DataConnection;
import org.apache.ftpserver.impl.FtpIoSession;
import org.apache.ftpserver.impl.ServerDataConnectionFactory;
import org.apache.mina.core.future.WriteFuture;

/**
 * A data connection on which a file comes in, and the question whether its end was the end of the file. In stream mode
 * the end of the connection is the end of the file, but the kernel of a killed client ends connections just as well. So
 * a file counts only if the control connection outlives the data connection: by one round trip, and until its I/O thread
 * has looked at it twice more.
 */
final class Inbound {
    private static final Duration LOOK = Duration.ofSeconds(10);
    private static final Duration BREATH = Duration.ofNanos(200_000);

    private final FtpIoSession session;
    private final Control control;
    private final ServerDataConnectionFactory data;
    private final CountDownLatch cut = new CountDownLatch(1);

    Inbound(FtpIoSession session) {
        this.session = session;
        this.control = Control.of(session);
        this.data = session.getDataConnection();
        control.begin(this);
    }

    /** Waits for the data connection. */
    DataConnection open() throws Exception {
        DataConnection connection = data.openConnection();
        if (isCut()) {
            throw new SocketException("the transfer was cut");
        }
        return connection;
    }

    /** Ends the transfer from outside: it was aborted, or its control connection is gone. */
    void cut() {
        cut.countDown();
        data.closeDataConnection();
    }

    boolean isCut() {
        return cut.getCount() == 0 || session.isClosing();
    }

    /** Whether the sender was still there after the data had ended. */
    boolean endedWell() {
        try {
            if (cut.await(control.grace().toNanos(), TimeUnit.NANOSECONDS)) {
                return false;
            }
            return looked(2) && !isCut();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    void end() {
        control.end();
        data.closeDataConnection();
    }

    /** Looks with a breath between them, since two that follow at once may fall into the same turn of the I/O thread. */
    private boolean looked(int times) throws InterruptedException {
        for (int i = 0; i < times; i++) {
            if (i > 0 && cut.await(BREATH.toNanos(), TimeUnit.NANOSECONDS)) {
                return false;
            }
            WriteFuture look = session.write(new Look());
            if (!look.await(LOOK.toMillis()) || !look.isWritten()) {
                return false;
            }
        }
        return true;
    }
}
