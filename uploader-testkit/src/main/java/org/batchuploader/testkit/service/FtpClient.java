package org.batchuploader.testkit.service;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.channels.FileChannel;
import java.nio.channels.SocketChannel;
import java.nio.channels.WritableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/** The plainest FTP client: one session, passive, EPSV, no options set on its sockets. */
public final class FtpClient implements AutoCloseable {
    private final Socket control;
    private final BufferedReader replies;
    private final OutputStream commands;
    private final String host;

    public FtpClient(String host, int port, String user, String password) throws IOException {
        this.host = host;
        this.control = new Socket(host, port);
        this.replies = new BufferedReader(new InputStreamReader(control.getInputStream(), StandardCharsets.UTF_8));
        this.commands = control.getOutputStream();
        expect("220", reply());
        String welcome = send("USER " + user);
        if (!welcome.startsWith("230")) {
            expect("331", welcome);
            expect("230", send("PASS " + password));
        }
        expect("200", send("TYPE I"));
    }

    /** Stores the file and returns when the server says that it has. */
    public void store(Path file, String name) throws IOException {
        try (FileChannel from = FileChannel.open(file);
                WritableByteChannel to = passive()) {
            expect("150", send("STOR " + name));
            for (long position = 0; position < from.size(); ) {
                position += from.transferTo(position, from.size() - position, to);
            }
        }
        expect("226", reply());
    }

    /** Goes into a folder. */
    public void enter(String folder) throws IOException {
        expect("250", send("CWD " + folder));
    }

    @Override
    public void close() throws IOException {
        send("QUIT");
        control.close();
    }

    private SocketChannel passive() throws IOException {
        String passive = send("EPSV");
        expect("229", passive);
        int port = Integer.parseInt(passive.replaceAll(".*\\|\\|\\|(\\d+)\\|.*", "$1"));
        return SocketChannel.open(new InetSocketAddress(host, port));
    }

    private String send(String command) throws IOException {
        commands.write((command + "\r\n").getBytes(StandardCharsets.UTF_8));
        return reply();
    }

    private String reply() throws IOException {
        String line = replies.readLine();
        while (line != null && (line.length() < 4 || line.charAt(3) != ' ')) {
            line = replies.readLine();
        }
        return line == null ? "" : line;
    }

    private static void expect(String code, String reply) throws IOException {
        if (!reply.startsWith(code)) {
            throw new IOException("expected " + code + ", got: " + reply);
        }
    }
}
