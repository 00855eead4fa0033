package org.batchuploader.benchmarks.ftp;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import org.batchuploader.testkit.service.Service;

/**
 * Our FTP door, which says that it has a file when it is on disk, beside vsftpd and ProFTPD, which leave that to the system.
 * They take turns; medians of the rounds are compared with the better of the two. In one more round the peers are followed
 * by a {@code sync}, as a client would have to who wants the same.
 */
public final class FtpRun {
    private static final long BIG = 1L << 30;
    private static final int LOGINS = 300;
    private static final int IDLE = 500;

    private final int rounds;
    private final Path work;
    private final List<Door> doors;
    private final Peers peers;
    private double worst = Double.MAX_VALUE;

    private FtpRun(int rounds, Path work, List<Door> doors, Peers peers) {
        this.rounds = rounds;
        this.work = work;
        this.doors = doors;
        this.peers = peers;
    }

    /** @param args the folder of the checkout, the peers' packages, then the number of rounds, else 3 */
    public static void main(String[] args) throws Exception {
        Path work = Files.createTempDirectory(
                "ftp", PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwxr-xr-x")));
        int rounds = args.length > 2 ? Integer.parseInt(args[2]) : 3;
        Map<String, String> limits = Map.of(
                "UPLOADER_FTP_SESSIONS", "1000",
                "UPLOADER_FTP_SESSIONSPERUSER", "1000",
                "UPLOADER_FTP_SESSIONSPERADDRESS", "1000",
                "UPLOADER_FTP_CONNECTIONSPERMINUTE", "100000");
        Service.Setup setup =
                Service.Setup.serve(Path.of(args[0]), Files.createDirectories(work.resolve("ours")), "256m", limits);
        try (Service service = Service.start(setup);
                Peers peers = new Peers(Path.of(args[1]), work)) {
            Door ours = new Door(
                    "ours", service.ftp().getPort(), service.user(), service.password(), "", service.process());
            new FtpRun(rounds, work, List.of(ours, peers.vsftpd(), peers.proftpd()), peers).run();
        } finally {
            new ProcessBuilder("rm", "-rf", work.toString()).inheritIO().start().waitFor();
        }
    }

    private void run() throws Exception {
        Path big = fill("big", BIG);
        Path hundred = fill("hundred", 100 << 10);
        Path ten = fill("ten", 10 << 10);
        double cold = 1000 / Load.seconds(doors.get(0), 1, 1000, Load.storing(hundred));
        print("%-30s %12s %12s %12s %8s   peers and sync%n", "", "ours", "vsftpd", "ProFTPD", "ratio");
        double large =
                Math.min(many("1 GiB x 1, MB/s", BIG / 1e6, 1, 1, big), many("1 GiB x 4, MB/s", BIG / 1e6, 4, 4, big));
        double small = Double.MAX_VALUE;
        for (int sessions : new int[] {1, 16, 64}) {
            double ratio = Math.min(
                    many("1,000 x 100 KiB over %d, files/s".formatted(sessions), 1, sessions, 1000, hundred),
                    many("10,000 x 10 KiB over %d, files/s".formatted(sessions), 1, sessions, 10_000, ten));
            small = sessions == 16 ? ratio : small;
        }
        double warm = 1000 / Load.seconds(doors.get(0), 1, 1000, Load.storing(hundred));
        double[] logins = new double[doors.size()];
        double[] idle = new double[doors.size()];
        for (int i = 0; i < doors.size(); i++) {
            logins[i] = Load.logins(doors.get(i), LOGINS);
            idle[i] = Load.idle(doors.get(i), IDLE) / 1048576.0;
        }
        print("%-30s %12.2f %12.2f %12.2f%n", LOGINS + " log-ins, s", logins[0], logins[1], logins[2]);
        print("%-30s %12.1f %12.1f %12.1f%n", IDLE + " idle sessions, MiB", idle[0], idle[1], idle[2]);
        print(
                "ftp: ratio=%.2f gib=%.2f small16=%.2f cold=%.0f/s warm=%.0f/s logins300=%.2fs idle500=%.0fMiB%n",
                worst, large, small, cold, warm, logins[0], idle[0]);
    }

    /** @return ours by the better of the peers */
    private double many(String what, double unit, int sessions, int times, Path file) throws Exception {
        double[][] pace = new double[doors.size()][rounds];
        double[] synced = new double[doors.size()];
        for (int round = 0; round < rounds; round++) {
            for (int i = 0; i < doors.size(); i++) {
                pace[i][round] = unit * times / Load.seconds(doors.get(i), sessions, times, Load.storing(file));
                peers.empty();
            }
        }
        for (int i = 1; i < doors.size(); i++) {
            long start = System.nanoTime();
            Load.seconds(doors.get(i), sessions, times, Load.storing(file));
            new ProcessBuilder("sync").start().waitFor();
            synced[i] = unit * times / ((System.nanoTime() - start) / 1e9);
            peers.empty();
        }
        double ratio = median(pace[0]) / Math.max(median(pace[1]), median(pace[2]));
        worst = Math.min(worst, ratio);
        print(
                "%-30s %12.0f %12.0f %12.0f %8.2f   %.0f, %.0f%n",
                what, median(pace[0]), median(pace[1]), median(pace[2]), ratio, synced[1], synced[2]);
        return ratio;
    }

    private Path fill(String name, long size) throws IOException {
        Path file = work.resolve(name);
        byte[] block = new byte[1 << 20];
        new Random(1).nextBytes(block);
        try (FileChannel out = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            for (long left = size; left > 0; ) {
                left -= out.write(ByteBuffer.wrap(block, 0, (int) Math.min(left, block.length)));
            }
        }
        return file;
    }

    private static double median(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }

    private static void print(String format, Object... values) {
        System.out.printf(Locale.ROOT, format, values);
    }
}
