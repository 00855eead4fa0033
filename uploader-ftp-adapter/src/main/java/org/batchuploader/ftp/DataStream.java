package org.batchuploader.ftp;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import org.apache.ftpserver.ftplet.DataConnection;
import org.apache.ftpserver.ftplet.FtpSession;

/** An open data connection. Bytes pass as they are, whatever the {@code TYPE}. */
final class DataStream implements DataConnection {
    private static final int BUFFER = 1 << 17;

    private final Socket socket;
    private final Rates rates;

    DataStream(Socket socket, Rates rates) {
        this.socket = socket;
        this.rates = rates;
    }

    @Override
    public long transferFromClient(FtpSession session, OutputStream out) throws IOException {
        long passed = pass(session, socket.getInputStream(), out);
        try {
            socket.close();
        } catch (IOException e) {
            // all is here; a client that has gone already cannot be bidden farewell
        }
        return passed;
    }

    @Override
    public long transferToClient(FtpSession session, InputStream in) throws IOException {
        try (OutputStream out = socket.getOutputStream()) {
            return pass(session, in, out);
        }
    }

    @Override
    public void transferToClient(FtpSession session, String text) throws IOException {
        transferToClient(session, new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
    }

    private long pass(FtpSession session, InputStream in, OutputStream out) throws IOException {
        String user = session.getUser().getName();
        byte[] buffer = new byte[BUFFER];
        long passed = 0;
        for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
            out.write(buffer, 0, count);
            passed += count;
            rates.passed(user, count);
        }
        out.flush();
        return passed;
    }
}
