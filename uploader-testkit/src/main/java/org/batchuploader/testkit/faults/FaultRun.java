package org.batchuploader.testkit.faults;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/**
 * Rehearses each scene to see which points it passes, then plays it again with one fault at one point, for all points and faults of
 * a plan; after each, every acknowledged upload must have come to its ending, which was told once, with its layer in every system
 * exactly once or not at all.
 */
public final class FaultRun {
    private final Path jar;
    private final Path folder;
    private final Consumer<String> out;
    private final Table table = new Table();
    private final AtomicInteger houses = new AtomicInteger();
    private final AtomicInteger names = new AtomicInteger();
    private List<Rehearsal> rehearsals = List.of();

    /**
     * @param jar the packaged program
     * @param folder for all that it leaves
     * @param out takes a line for each trial
     */
    public FaultRun(Path jar, Path folder, Consumer<String> out) {
        this.jar = jar;
        this.folder = folder;
        this.out = out;
    }

    public Table run(Plan plan) throws Exception {
        House first = open();
        List<Rehearsal> rehearsed = new ArrayList<>();
        try {
            for (Scene scene : Scene.values()) {
                rehearsed.add(Rehearsal.of(first, scene));
            }
        } catch (Exception | Error e) {
            first.close();
            throw e;
        }
        rehearsals = List.copyOf(rehearsed);
        Queue<Trial> left =
                new ConcurrentLinkedQueue<>(plan.trials(rehearsals, first.disk().small()));
        ExecutorService lanes = Executors.newFixedThreadPool(plan.lanes());
        try {
            List<Future<?>> ends = new ArrayList<>();
            for (int lane = 0; lane < plan.lanes(); lane++) {
                House own = lane == 0 ? first : null;
                ends.add(lanes.submit(() -> {
                    work(own != null ? own : open(), left);
                    return true;
                }));
            }
            for (Future<?> end : ends) {
                end.get();
            }
        } finally {
            lanes.shutdownNow();
        }
        return table;
    }

    /** A house in which something went wrong is left, so that the next trial begins with nothing. */
    private void work(House given, Queue<Trial> left) throws Exception {
        House house = given;
        try {
            for (Trial trial = left.poll(); trial != null; trial = left.poll()) {
                long begin = System.nanoTime();
                Verdict verdict = play(house, trial);
                table.add(trial, verdict);
                out.accept("%s (pass %d, %s, %d ms): %s"
                        .formatted(
                                trial.replay(),
                                trial.pass(),
                                trial.scene(),
                                TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - begin),
                                verdict));
                if (!verdict.isGood() && !left.isEmpty()) {
                    house.close();
                    house = open();
                }
            }
        } finally {
            house.close();
        }
    }

    /** Something was published in it, so that what is asked only at first is asked already. */
    private House open() throws Exception {
        House house = new House(jar, folder.resolve("house" + houses.incrementAndGet()));
        Judge judge = new Judge(house);
        Sender first = new Sender(house, judge, "first");
        Scene.PUBLISH.act(first);
        judge.awaitSettled(first.name());
        return house;
    }

    private Verdict play(House house, Trial trial) throws Exception {
        Judge judge = new Judge(house);
        Sender sender = new Sender(house, judge, "t" + names.incrementAndGet() + "x");
        trial.scene().prepare(sender);
        house.control().begin();
        house.fakes().geoNetwork().forgetTokens();
        boolean thrown = trial.fault() == Injection.ERROR;
        house.control().order(trial.point(), trial.pass(), thrown ? "throw" : "hold");
        Trouble trouble = new Trouble(house, trial, asked(trial.scene()));
        List<String> astray = new ArrayList<>();
        try {
            CompletableFuture<Void> acting = CompletableFuture.runAsync(() -> act(trial.scene(), sender));
            if (!thrown) {
                ProcessHandle held = house.control().awaitHeld(trial.point()).orElse(null);
                if (held == null) {
                    astray.add("the point was not passed");
                } else {
                    trouble.befall(held);
                }
            }
            acting.get(2, TimeUnit.MINUTES);
        } catch (ExecutionException | TimeoutException e) {
            astray.add("the sender: " + e);
        }
        Verdict verdict = judge.judge(trial.scene(), sender.name(), sender.upload());
        house.fakes().all().forEach(fake -> fake.faults().clear());
        if (!house.control().obeyed(trial.point())) {
            astray.add("the point was not passed");
        }
        if (!trouble.wasMet()) {
            astray.add("the remote system was not asked");
        }
        astray.addAll(verdict.lost());
        return new Verdict(astray, verdict.doubled(), verdict.orphans());
    }

    private List<List<String>> asked(Scene scene) {
        return rehearsals.stream()
                .filter(rehearsal -> rehearsal.scene() == scene)
                .findFirst()
                .orElseThrow()
                .asked();
    }

    private static void act(Scene scene, Sender sender) {
        try {
            scene.act(sender);
        } catch (Exception e) {
            throw new IllegalStateException(scene + " of " + sender.name(), e);
        }
    }
}
