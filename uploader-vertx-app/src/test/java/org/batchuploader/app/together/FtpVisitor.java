package org.batchuploader.app.together;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.channels.Channels;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** Somebody who speaks to the service over FTP: one session, passive. */
final class FtpVisitor implements AutoCloseable {
    private final Socket control;
    private final BufferedReader replies;

    FtpVisitor(URI door, String user, String password) throws IOException {
        this.control = new Socket(door.getHost(), door.getPort());
        this.replies = new BufferedReader(new InputStreamReader(control.getInputStream(), StandardCharsets.UTF_8));
        expect("220", reply());
        send("331", "USER " + user);
        send("230", "PASS " + password);
        send("200", "TYPE I");
    }

    void store(Path file, String name) throws IOException {
        int port = Integer.parseInt(send("229", "EPSV").replaceAll(".*\\|\\|\\|(\\d+)\\|.*", "$1"));
        try (SocketChannel data = SocketChannel.open(new InetSocketAddress(control.getInetAddress(), port))) {
            send("150", "STOR " + name);
            Files.copy(file, Channels.newOutputStream(data));
        }
        expect("226", reply());
    }

    void makeFolder(String name) throws IOException {
        send("257", "MKD " + name);
    }

    void rename(String from, String to) throws IOException {
        send("350", "RNFR " + from);
        send("250", "RNTO " + to);
    }

    void delete(String name) throws IOException {
        send("250", "DELE " + name);
    }

    @Override
    public void close() throws IOException {
        send("221", "QUIT");
        control.close();
    }

    private String send(String code, String command) throws IOException {
        control.getOutputStream().write((command + "\r\n").getBytes(StandardCharsets.UTF_8));
        return expect(code, reply());
    }

    private String reply() throws IOException {
        String line = replies.readLine();
        while (line != null && (line.length() < 4 || line.charAt(3) != ' ')) {
            line = replies.readLine();
        }
        return line == null ? "" : line;
    }

    private static String expect(String code, String reply) {
        if (!reply.startsWith(code)) {
            throw new AssertionError("expected " + code + ", got: " + reply);
        }
        return reply;
    }
}
