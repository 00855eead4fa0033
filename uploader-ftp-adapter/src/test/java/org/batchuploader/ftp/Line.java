package org.batchuploader.ftp;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.Socket;
import java.security.cert.X509Certificate;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;

/** A control connection as bare as it comes. */
final class Line implements AutoCloseable {
    private static final String HOST = "127.0.0.1";

    private final String greeting;
    private Socket socket;
    private BufferedReader replies;

    Line(int port) throws IOException {
        this(InetAddress.getLoopbackAddress(), port);
    }

    Line(InetAddress address, int port) throws IOException {
        socket = new Socket(address, port);
        socket.setSoTimeout(20_000);
        replies = new BufferedReader(new InputStreamReader(socket.getInputStream(), UTF_8));
        greeting = read();
    }

    String greeting() {
        return greeting;
    }

    /** Goes on with TLS, once that is agreed, and returns the server's certificate. */
    X509Certificate encrypt(SSLContext context) throws IOException {
        int port = socket.getPort();
        SSLSocket encrypted = (SSLSocket) context.getSocketFactory().createSocket(socket, HOST, port, true);
        encrypted.startHandshake();
        socket = encrypted;
        replies = new BufferedReader(new InputStreamReader(socket.getInputStream(), UTF_8));
        return (X509Certificate) encrypted.getSession().getPeerCertificates()[0];
    }

    /** Sends a command and returns its whole reply. */
    String ask(String command) throws IOException {
        send((command + "\r\n").getBytes(UTF_8));
        return whole();
    }

    /** The next reply, all its lines. */
    String whole() throws IOException {
        StringBuilder reply = new StringBuilder();
        String line;
        do {
            line = replies.readLine();
            reply.append(line).append('\n');
        } while (line != null && !line.matches("\\d{3} .*"));
        return reply.toString();
    }

    static Line loggedIn(House house, String user) throws IOException {
        Line line = new Line(house.port());
        line.say("USER " + user);
        line.say("PASS " + House.PASSWORD);
        line.say("TYPE I");
        return line;
    }

    /** Sends a command and returns its reply's last line. */
    String say(String command) throws IOException {
        send((command + "\r\n").getBytes(UTF_8));
        return read();
    }

    void send(byte[] bytes) throws IOException {
        socket.getOutputStream().write(bytes);
        socket.getOutputStream().flush();
    }

    String read() throws IOException {
        String line = replies.readLine();
        while (line != null && !line.matches("\\d{3} .*")) {
            line = replies.readLine();
        }
        return line == null ? "" : line;
    }

    /** All that still comes. */
    String untilClosed() {
        StringBuilder rest = new StringBuilder();
        try {
            for (String line = replies.readLine(); line != null; line = replies.readLine()) {
                rest.append(line).append('\n');
            }
        } catch (IOException e) {
            rest.append(e.getMessage());
        }
        return rest.toString();
    }

    /** A data connection on which {@code command} runs. */
    Socket begin(String command) throws IOException {
        Socket data = new Socket(InetAddress.getLoopbackAddress(), passivePort());
        String reply = say(command);
        if (!reply.startsWith("150")) {
            throw new IOException(reply);
        }
        return data;
    }

    int passivePort() throws IOException {
        String[] numbers = say("PASV").replaceAll(".*\\((.*)\\).*", "$1").split(",");
        return Integer.parseInt(numbers[4]) * 256 + Integer.parseInt(numbers[5]);
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
