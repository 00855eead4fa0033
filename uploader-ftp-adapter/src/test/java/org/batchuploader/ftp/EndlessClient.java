package org.batchuploader.ftp;

import java.io.IOException;
import java.net.Socket;

/** A program of its own that sends a file without end, to be killed while it does. */
final class EndlessClient {
    private static final int ENOUGH = 1 << 20;

    private EndlessClient() {}

    public static void main(String[] arguments) throws IOException {
        try (Line line = new Line(Integer.parseInt(arguments[0]))) {
            line.say("USER anna");
            line.say("PASS " + House.PASSWORD);
            line.say("TYPE I");
            try (Socket data = line.begin("STOR endless.zip")) {
                byte[] bytes = new byte[1 << 14];
                for (long sent = 0; ; sent += bytes.length) {
                    data.getOutputStream().write(bytes);
                    if (sent == ENOUGH) {
                        System.out.println("sending");
                    }
                }
            }
        }
    }
}
