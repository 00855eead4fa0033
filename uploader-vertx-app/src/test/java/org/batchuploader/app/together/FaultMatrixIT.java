package org.batchuploader.app.together;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
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
 * Each system, at each thing that is asked of it while a layer is published and taken down, misbehaving in each way: how the upload
 * ends, what its owner is told, that a lie is found out, that no system keeps a part of what failed, and that the neighbour's layer is
 * as it was. What is asked is seen in a rehearsal; a cell whose question was not asked is a failure, since it would prove nothing.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FaultMatrixIT {
    private static final int AT_ONCE = 4;

    /** Lies that may end as PUBLISHED, and why. */
    private static final Map<String, String> HARMLESS = Map.of(
            "GeoNode thumbnail", "no layer is lost for a picture, as when it is refused",
            "GeoNode execution", "what the request was for is looked at itself",
            "GeoNetwork me", "only the token of the answer is used",
            "GeoNetwork detach", "what is attached next takes the old picture's place",
            "GeoNetwork validate", "advice for editors, and not about what is stored");

    /** Lies that leave something behind at a take-down: what a system denies to have, nobody can ask it to remove. */
    private static final Set<String> DENIALS = Set.of("GeoNode datasets", "GeoNetwork record");

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
    void publishing_ends_told_and_leaves_nothing_half_done(int system) throws Exception {
        run(system, "p", this::published, chain -> chain.sent("tried" + system));
    }

    /** Refused, it is kept as work to do, with the layer's name. */
    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2})
    void a_take_down_gets_over_trouble_and_hides_nothing(int system) throws Exception {
        run(system, "t", this::takenDown, chain -> {
            UploadDetails there = chain.sent("gone" + system);
            chain.begin();
            chain.takeDown(there);
            chain.settled("gone" + system);
        });
    }

    private interface Trial {
        Cell of(Chain chain, int system, String operation, Fault fault, String name) throws Exception;
    }

    private interface Rehearsal {
        void on(Chain chain) throws Exception;
    }

    /** @param rehearsal shows what is asked of the system when all is well */
    private void run(int system, String prefix, Trial trial, Rehearsal rehearsal) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(AT_ONCE);
        try {
            List<Future<Cell>> running = new ArrayList<>();
            int number = 0;
            for (String operation : operations(system, rehearsal)) {
                for (Fault fault : Fault.values()) {
                    String name = prefix + system + "x" + number++ + "x";
                    running.add(threads.submit(() -> cell(trial, system, operation, fault, name)));
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

    private Set<String> operations(int system, Rehearsal rehearsal) throws Exception {
        Chain chain = chains.take();
        try {
            chain.begin();
            rehearsal.on(chain);
            return new TreeSet<>(chain.calls(system));
        } finally {
            chains.add(chain);
        }
    }

    private Cell cell(Trial trial, int system, String operation, Fault fault, String name) throws Exception {
        Chain chain = chains.take();
        try {
            return trial.of(chain, system, operation, fault, name);
        } finally {
            chains.add(chain);
        }
    }

    private Cell takenDown(Chain chain, int system, String operation, Fault fault, String name) throws Exception {
        FakeSystem fake = chain.fakes().all().get(system);
        List<String> neighbour = neighbour(chain);
        UploadDetails there = chain.sent(name);
        chain.begin();
        fake.faults().once(operation, fault);
        chain.takeDown(there);
        boolean kept = chain.keptAsWork(name);
        fake.faults().clear();
        List<String> wrong = new ArrayList<>();
        boolean held = chain.fakes().all().stream()
                .anyMatch(each -> !chain.holds(each, name).isEmpty());
        boolean denied = fault == Fault.LIE && DENIALS.contains(name(fake) + " " + operation);
        if (held && !kept && !denied) {
            wrong.add("something is left, and nobody knows");
        }
        if (!chain.calls(system).contains(operation)) {
            wrong.add("was not asked");
        }
        if (kept && fault != Fault.REFUSE && fault != Fault.LIE) {
            wrong.add("given up");
        }
        if (!neighbour(chain).equals(neighbour)) {
            wrong.add("the neighbour is " + neighbour(chain));
        }
        String told = kept ? "kept as work to do" : "gone everywhere";
        return new Cell(name(fake), operation, fault, UploadState.CANCELLED, told, String.join("; ", wrong));
    }

    private Cell published(Chain chain, int system, String operation, Fault fault, String name) throws Exception {
        FakeSystem fake = chain.fakes().all().get(system);
        List<String> neighbour = neighbour(chain);
        chain.begin();
        fake.faults().on(operation, fault);
        UploadDetails end = chain.sent(name);
        boolean asked = chain.calls(system).contains(operation);
        String told = chain.told();
        boolean there = chain.settled(name).isPresent();
        List<String> wrong = new ArrayList<>(judged(chain, end, told, there, name));
        if (!asked) {
            wrong.add("was not asked");
        }
        if (fault == Fault.LIE
                && end.upload().state() == UploadState.PUBLISHED
                && !HARMLESS.containsKey(name(fake) + " " + operation)) {
            wrong.add("the lie was believed");
        }
        if (!neighbour(chain).equals(neighbour)) {
            wrong.add("the neighbour is " + neighbour(chain) + ", not " + neighbour);
        }
        chain.takeDown(end);
        chain.settled(name);
        return new Cell(name(fake), operation, fault, end.upload().state(), told, String.join("; ", wrong));
    }

    private static String name(FakeSystem fake) {
        return fake.getClass().getSimpleName().replace("Fake", "");
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
