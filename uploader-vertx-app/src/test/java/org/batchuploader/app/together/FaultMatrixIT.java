package org.batchuploader.app.together;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import org.batchuploader.core.desk.UploadDetails;
import org.batchuploader.core.upload.UploadState;
import org.batchuploader.testkit.fake.FakeSystem;
import org.batchuploader.testkit.fake.Fault;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Each system, at each thing that is asked of it while a layer is published, misbehaving in each way: how the upload ends,
 * what its owner is told, that no system keeps a part of what failed, and that the neighbour's layer is as it was.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FaultMatrixIT {
    private static final int AT_ONCE = 4;

    @TempDir
    static Path folder;

    private final BlockingQueue<Chain> chains = new LinkedBlockingQueue<>();
    private final List<String> table = new ArrayList<>();

    @BeforeAll
    void start() throws Exception {
        for (int i = 0; i < AT_ONCE; i++) {
            chains.add(new Chain(folder.resolve("chain" + i)));
        }
    }

    @AfterAll
    void stop() throws Exception {
        for (Chain chain : chains) {
            chain.close();
        }
        var out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        table.forEach(out::println);
    }

    /** What became of one upload. */
    private record Cell(String system, String operation, Fault fault, UploadState ending, String told, String wrong) {
        String line() {
            String first = told.lines().findFirst().orElse("");
            return "%-10s %-22s %-11s %-9s %s%s"
                    .formatted(system, operation, fault, ending, first, wrong.isEmpty() ? "" : "  !! " + wrong);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2})
    void ends_told_and_leaves_nothing_half_done(int system) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(AT_ONCE);
        try {
            List<Future<Cell>> running = new ArrayList<>();
            int number = 0;
            for (String operation : operations(system)) {
                for (Fault fault : Fault.values()) {
                    String name = "m" + system + "x" + number++ + "x";
                    running.add(threads.submit(() -> cell(system, operation, fault, name)));
                }
            }
            List<Cell> cells = new ArrayList<>();
            for (Future<Cell> cell : running) {
                cells.add(cell.get());
            }
            cells.forEach(cell -> table.add(cell.line()));
            assertThat(cells).isNotEmpty();
            assertThat(cells.stream().filter(cell -> !cell.wrong().isEmpty()).map(Cell::line))
                    .isEmpty();
        } finally {
            threads.shutdownNow();
        }
    }

    /** What was asked of it so far, by the neighbour. */
    private TreeSet<String> operations(int system) {
        return new TreeSet<>(chains.element().fakes().all().get(system).calls());
    }

    private Cell cell(int system, String operation, Fault fault, String name) throws Exception {
        Chain chain = chains.take();
        try {
            FakeSystem fake = chain.fakes().all().get(system);
            List<String> neighbour = neighbour(chain);
            fake.faults().on(operation, fault);
            UploadDetails end = chain.sent(name);
            String told = chain.told();
            boolean there = chain.settled(name).isPresent();
            List<String> wrong = new ArrayList<>(judged(chain, end, told, there, name));
            if (!neighbour(chain).equals(neighbour)) {
                wrong.add("the neighbour is " + neighbour(chain) + ", not " + neighbour);
            }
            chain.takeDown(end);
            chain.settled(name);
            String who = fake.getClass().getSimpleName().replace("Fake", "");
            return new Cell(who, operation, fault, end.upload().state(), told, String.join("; ", wrong));
        } finally {
            chains.add(chain);
        }
    }

    private static List<String> judged(Chain chain, UploadDetails end, String told, boolean there, String name) {
        List<String> wrong = new ArrayList<>();
        boolean published = end.upload().state() == UploadState.PUBLISHED;
        if (!published && end.upload().state() != UploadState.FAILED) {
            wrong.add("no ending: " + end.upload().state());
        }
        if (published != there) {
            wrong.add("a layer is " + (there ? "" : "not ") + "reserved");
        }
        for (FakeSystem fake : chain.fakes().all()) {
            List<String> held = chain.holds(fake, name);
            if (held.isEmpty() == published) {
                wrong.add(fake.getClass().getSimpleName() + " holds " + held);
            }
        }
        if (!published && !told.matches("(?s)Geo(Server|Node|Network).*")) {
            wrong.add("does not say which system");
        }
        if (told.contains("batchuploader") || told.contains("\tat ")) {
            wrong.add("tells of the program's inside");
        }
        return wrong;
    }

    private static List<String> neighbour(Chain chain) {
        return chain.fakes().all().stream()
                .flatMap(fake -> chain.holds(fake, Chain.NEIGHBOUR).stream())
                .toList();
    }
}
