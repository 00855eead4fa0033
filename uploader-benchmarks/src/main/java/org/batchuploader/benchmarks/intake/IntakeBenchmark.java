package org.batchuploader.benchmarks.intake;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.Stream;
import org.batchuploader.testkit.service.FtpClient;
import org.batchuploader.testkit.service.Service;

/**
 * 1 GiB and 1,000 files of 100 KiB into the service by HTTP and by FTP, one after the other over one connection, durable;
 * beside it a plain copy of the same bytes with fsync of each file. The ways take turns; medians are printed.
 */
public final class IntakeBenchmark {
    private static final int ROUNDS = 3;
    private static final int SMALL_FILES = 1000;
    private static final int SMALL = 100 << 10;
    private static final long BIG = 1L << 30;
    private static final String HEAP = "256m";

    private final Path folder;
    private final Path big;
    private final Path small;
    private int turn;

    private IntakeBenchmark(Path folder) throws IOException {
        this.folder = folder;
        this.big = fill(folder.resolve("big"), BIG);
        this.small = fill(folder.resolve("small"), SMALL);
    }

    /** @param args the folder of the checkout, then where to work, if not in the system's temporary folder */
    public static void main(String[] args) throws Exception {
        Path folder = args.length > 1
                ? Files.createTempDirectory(Path.of(args[1]), "intake")
                : Files.createTempDirectory("intake");
        try (Service service = Service.start(Path.of(args[0]), folder, HEAP)) {
            new IntakeBenchmark(folder).run(service);
        } finally {
            delete(folder);
        }
    }

    private void run(Service service) throws Exception {
        List<Way> ways = List.of(new Copy(folder), new Http(service), new Ftp(service));
        double[][] megabytes = new double[ways.size()][ROUNDS];
        double[][] files = new double[ways.size()][ROUNDS];
        for (Way way : ways) {
            many(way, 200);
        }
        for (int round = 0; round < ROUNDS; round++) {
            for (int i = 0; i < ways.size(); i++) {
                megabytes[i][round] = BIG / 1e6 / seconds(ways.get(i), big, 1);
                files[i][round] = many(ways.get(i), SMALL_FILES);
            }
        }
        print("%-24s %12s %14s%n", "", "1 GiB MB/s", "100 KiB files/s");
        for (int i = 0; i < ways.size(); i++) {
            print("%-24s %12.0f %14.0f%n", ways.get(i).name(), median(megabytes[i]), median(files[i]));
        }
        print("heap limit %s, most in use at a collection %d MB%n", HEAP, service.heapPeakMegabytes());
        double http = median(megabytes[1]) / median(megabytes[0]);
        double ftp = median(megabytes[2]) / median(megabytes[0]);
        double httpSmall = median(files[1]) / median(files[0]);
        double ftpSmall = median(files[2]) / median(files[0]);
        print(
                "intake: ratio=%.2f http_1gib=%.2f ftp_1gib=%.2f http_small=%.2f ftp_small=%.2f peer=copy+fsync%n",
                Math.min(Math.min(http, ftp), Math.min(httpSmall, ftpSmall)), http, ftp, httpSmall, ftpSmall);
    }

    private double many(Way way, int count) throws Exception {
        return count / seconds(way, small, count);
    }

    private double seconds(Way way, Path file, int count) throws Exception {
        String prefix = "t" + turn++ + "-";
        long begin = System.nanoTime();
        way.send(file, prefix, count);
        return (System.nanoTime() - begin) / 1e9;
    }

    private static double median(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }

    private static void print(String format, Object... values) {
        System.out.printf(Locale.ROOT, format, values);
    }

    private static Path fill(Path file, long size) throws IOException {
        byte[] block = new byte[1 << 20];
        new Random(1).nextBytes(block);
        try (FileChannel out = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            for (long left = size; left > 0; ) {
                left -= out.write(ByteBuffer.wrap(block, 0, (int) Math.min(left, block.length)));
            }
        }
        return file;
    }

    private static void delete(Path folder) throws IOException {
        List<Path> paths = new ArrayList<>();
        try (Stream<Path> walk = Files.walk(folder)) {
            walk.forEach(paths::add);
        }
        for (int i = paths.size() - 1; i >= 0; i--) {
            Files.deleteIfExists(paths.get(i));
        }
    }

    /** A way for bytes to become durable. */
    private interface Way {
        String name();

        /** Brings the file in {@code count} times under names of its own. */
        void send(Path file, String prefix, int count) throws Exception;
    }

    private record Copy(Path folder) implements Way {
        @Override
        public String name() {
            return "copy + fsync";
        }

        @Override
        public void send(Path file, String prefix, int count) throws IOException {
            for (int i = 0; i < count; i++) {
                Path target = folder.resolve(prefix + i);
                try (FileChannel in = FileChannel.open(file);
                        FileChannel out =
                                FileChannel.open(target, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
                    for (long position = 0; position < in.size(); ) {
                        position += in.transferTo(position, in.size() - position, out);
                    }
                    out.force(true);
                }
                try (FileChannel entries = FileChannel.open(folder)) {
                    entries.force(true);
                }
            }
        }
    }

    private record Http(Service service, HttpClient client) implements Way {
        Http(Service service) {
            this(
                    service,
                    HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build());
        }

        @Override
        public String name() {
            return "HTTP PUT";
        }

        @Override
        public void send(Path file, String prefix, int count) throws Exception {
            String login = service.user() + ":" + service.password();
            String basic = Base64.getEncoder().encodeToString(login.getBytes(StandardCharsets.UTF_8));
            for (int i = 0; i < count; i++) {
                URI uri = service.http().resolve("/api/v1/uploads/http-" + prefix + i + ".bin");
                HttpRequest request = HttpRequest.newBuilder(uri)
                        .header("Authorization", "Basic " + basic)
                        .PUT(HttpRequest.BodyPublishers.ofFile(file))
                        .build();
                HttpResponse<String> answer = client.send(request, HttpResponse.BodyHandlers.ofString());
                if (answer.statusCode() != 201) {
                    throw new IOException(answer.statusCode() + " " + answer.body());
                }
            }
        }
    }

    private record Ftp(Service service) implements Way {
        @Override
        public String name() {
            return "FTP STOR";
        }

        @Override
        public void send(Path file, String prefix, int count) throws IOException {
            try (FtpClient client =
                    new FtpClient("127.0.0.1", service.ftp().getPort(), service.user(), service.password())) {
                for (int i = 0; i < count; i++) {
                    client.store(file, "ftp-" + prefix + i + ".bin");
                }
            }
        }
    }
}
