package org.batchuploader.ftp;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.Socket;

/** A control connection as bare as it comes. */
final class Line implements AutoCloseable {
    final Socket socket;
    private final BufferedReader replies;

    Line(int port) throws IOException {
        socket = new Socket(InetAddress.getLoopbackAddress(), port);
        socket.setSoTimeout(20_000);
        replies = new BufferedReader(new InputStreamReader(socket.getInputStream(), UTF_8));
        read();
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
