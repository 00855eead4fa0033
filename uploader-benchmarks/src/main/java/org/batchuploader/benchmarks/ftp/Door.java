package org.batchuploader.benchmarks.ftp;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.batchuploader.testkit.service.FtpClient;

/**
 * An FTP server that runs.
 *
 * @param folder where to store, as a client sees it; empty for where one is after the log-in
 * @param process the first one of it
 */
record Door(String name, int port, String user, String password, String folder, ProcessHandle process) {
    FtpClient session() throws IOException {
        var client = new FtpClient("127.0.0.1", port, user, password);
        if (!folder.isEmpty()) {
            client.enter(folder);
        }
        return client;
    }

    /** Bytes of memory of it and its children, pages that several share divided between them (PSS). */
    long memory() {
        return Stream.concat(Stream.of(process), process.descendants())
                .mapToLong(Door::memory)
                .sum();
    }

    private static long memory(ProcessHandle process) {
        try {
            List<String> lines = Files.readAllLines(Path.of("/proc/" + process.pid() + "/smaps_rollup"));
            return lines.stream()
                    .filter(line -> line.startsWith("Pss:"))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) << 10)
                    .sum();
        } catch (IOException e) {
            // It has ended meanwhile.
            return 0;
        }
    }
}
