package org.batchuploader.benchmarks.ftp;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;

/**
 * vsftpd and ProFTPD, from packages that were unpacked in a folder, as they are but for who may write where. They run as
 * the user {@code daemon}.
 */
final class Peers implements AutoCloseable {
    private static final String RUNS_AS = "daemon";
    private static final int START_SECONDS = 20;

    private final Path packages;
    private final Path work;
    private final List<Process> running = new ArrayList<>();

    /**
     * @param packages with {@code usr/sbin} and {@code usr/lib}
     * @param work an empty folder that everybody may enter
     */
    Peers(Path packages, Path work) {
        this.packages = packages;
        this.work = work;
    }

    /** Lets anybody write below {@code up}, since its own users are those of the machine. */
    Door vsftpd() throws IOException, InterruptedException {
        Path files = Files.createDirectories(work.resolve("vsftpd/up"));
        give(files);
        Path nothing = Files.createDirectories(work.resolve("nothing"));
        int port = freePort();
        Path configuration = Files.writeString(
                work.resolve("vsftpd.conf"),
                """
                listen=YES
                listen_address=127.0.0.1
                listen_port=%d
                background=NO
                anonymous_enable=YES
                no_anon_password=YES
                anon_upload_enable=YES
                anon_other_write_enable=YES
                anon_umask=022
                anon_root=%s
                ftp_username=%s
                local_enable=NO
                write_enable=YES
                secure_chroot_dir=%s
                xferlog_enable=NO
                seccomp_sandbox=NO
                max_clients=0
                max_per_ip=0
                """
                        .formatted(port, files.getParent(), RUNS_AS, nothing));
        Process process =
                start("vsftpd", List.of(packages.resolve("usr/sbin/vsftpd").toString(), configuration.toString()));
        return await(new Door("vsftpd", port, "anonymous", "", "up", process.toHandle()));
    }

    /** A server of its own with one user of its own. */
    Door proftpd() throws IOException, InterruptedException {
        Path files = Files.createDirectories(work.resolve("proftpd/files"));
        Path state = Files.createDirectories(work.resolve("proftpd/state"));
        String password = "secret";
        Path users = Files.writeString(
                work.resolve("proftpd/users"),
                "bench:%s:%s:%s::%s:/bin/false%n"
                        .formatted(
                                output("openssl", "passwd", "-6", password),
                                output("id", "-u", RUNS_AS),
                                output("id", "-g", RUNS_AS),
                                files));
        run("chmod", "600", users.toString());
        give(files, state, users);
        int port = freePort();
        Path configuration = Files.writeString(
                work.resolve("proftpd.conf"),
                """
                ServerType standalone
                ServerName bench
                DefaultServer on
                DefaultAddress 127.0.0.1
                Port %d
                UseIPv6 off
                User %s
                Group %s
                AuthUserFile %s
                AuthOrder mod_auth_file.c
                RequireValidShell off
                UseReverseDNS off
                WtmpLog off
                TransferLog none
                SystemLog none
                PidFile %s
                ScoreboardFile none
                AllowOverwrite on
                MaxInstances none
                ControlsEngine off
                """
                        .formatted(port, RUNS_AS, RUNS_AS, users, state.resolve("pid")));
        Process process = start(
                "proftpd",
                List.of(
                        "setpriv",
                        "--reuid=" + RUNS_AS,
                        "--regid=" + RUNS_AS,
                        "--clear-groups",
                        packages.resolve("usr/sbin/proftpd").toString(),
                        "-n",
                        "-c",
                        configuration.toString()));
        return await(new Door("ProFTPD", port, "bench", password, "", process.toHandle()));
    }

    /** Removes what was stored. */
    void empty() throws IOException {
        for (String folder : List.of("vsftpd/up", "proftpd/files")) {
            try (Stream<Path> files = Files.list(work.resolve(folder))) {
                for (Path file : files.toList()) {
                    Files.delete(file);
                }
            }
        }
    }

    @Override
    public void close() {
        for (Process process : running) {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
            process.onExit().join();
        }
    }

    private Process start(String name, List<String> command) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(work.resolve(name + ".log").toFile());
        builder.environment()
                .putAll(Map.of(
                        "LD_LIBRARY_PATH",
                        packages.resolve("usr/lib/x86_64-linux-gnu").toString()));
        Process process = builder.start();
        running.add(process);
        return process;
    }

    private Door await(Door door) throws IOException {
        long start = System.nanoTime();
        while (true) {
            try {
                door.session().close();
                return door;
            } catch (IOException e) {
                if (System.nanoTime() - start > TimeUnit.SECONDS.toNanos(START_SECONDS)) {
                    throw new IOException(door.name() + " did not start; see its log in " + work, e);
                }
                LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(50));
            }
        }
    }

    private static void give(Path... files) throws IOException, InterruptedException {
        for (Path file : files) {
            run("chown", RUNS_AS, file.toString());
        }
    }

    private static void run(String... command) throws IOException, InterruptedException {
        if (new ProcessBuilder(command).inheritIO().start().waitFor() != 0) {
            throw new IOException(String.join(" ", command) + " failed");
        }
    }

    private static String output(String... command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command).start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        process.waitFor();
        return said.strip();
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
