package org.batchuploader.benchmarks.clients;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.batchuploader.testkit.service.ApiClient;
import org.batchuploader.testkit.service.Service;
import org.jspecify.annotations.Nullable;

/** Every case is sent first, one after the other, and then each ending is looked at. */
public final class ClientsRun {
    private int cases;
    private int failed;

    private ClientsRun() {}

    /** @param args the folder of the checkout, then a folder of real files, if there is one */
    public static void main(String[] args) throws Exception {
        Tool.require("curl");
        Tool.require("lftp");
        Path root = Files.createTempDirectory("clients");
        ClientsRun run = new ClientsRun();
        try {
            run.run(Path.of(args[0]), root, args.length > 1 ? Path.of(args[1]) : null);
        } finally {
            delete(root);
        }
        System.out.println("clients: cases=" + run.cases + " failed=" + run.failed);
        System.exit(run.failed == 0 ? 0 : 1);
    }

    private void run(Path checkout, Path root, @Nullable Path real) throws Exception {
        Path house = Files.createDirectory(root.resolve("house"));
        Path target = Files.createDirectory(root.resolve("target"));
        Samples samples = new Samples(Files.createDirectory(root.resolve("sent")));
        try (Service service = Service.start(checkout, house, "256m")) {
            Sending sending = Sending.by(service);
            ApiClient api = new ApiClient(service);
            take(new Deliveries(sending, api, samples).cases());
            List<Path> before = around(root);
            take(new Hostilities(sending, api, samples, target).cases());
            take(List.of(new Case("nothing got out of the data folder", () -> () -> {
                Case.require(around(root).equals(before), "it was " + before + ", it is " + around(root));
                Case.require(
                        Hostilities.evil(root).isEmpty(), Hostilities.evil(root).toString());
            })));
            if (real != null) {
                take(new RealFiles(sending, api, real).cases());
            }
        }
    }

    private void take(List<Case> all) {
        Map<Case, Case.End> sent = new LinkedHashMap<>();
        for (Case each : all) {
            cases++;
            try {
                sent.put(each, each.begin().send());
            } catch (Exception e) {
                tell(each, e);
            }
        }
        sent.forEach((each, end) -> {
            try {
                end.check();
                System.out.println("ok      " + each.name());
            } catch (Exception e) {
                tell(each, e);
            }
        });
    }

    private void tell(Case each, Exception e) {
        failed++;
        System.out.println("FAILED  " + each.name() + ": " + (e instanceof Case.Wrong ? e.getMessage() : e));
    }

    /** Everything around the data folder and beside it, but for what is made to be sent. */
    private static List<Path> around(Path root) throws IOException {
        List<Path> around = new ArrayList<>();
        for (Path folder : List.of(root, root.resolve("house"), root.resolve("house/data"), root.resolve("target"))) {
            try (Stream<Path> files = Files.list(folder)) {
                files.sorted().forEach(around::add);
            }
        }
        return around;
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> walk = Files.walk(folder)) {
            for (Path path : walk.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(path);
            }
        }
    }
}
