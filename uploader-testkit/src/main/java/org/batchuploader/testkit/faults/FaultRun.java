package org.batchuploader.testkit.faults;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.batchuploader.testkit.rabbitmq.RabbitServer;
import org.jspecify.annotations.Nullable;

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

    /** A point of the plan that no scene passes is wrong as well. */
    public Table run(Plan plan) throws Exception {
        House first = open(false);
        List<Rehearsal> rehearsals = new ArrayList<>();
        Set<Injection> possible;
        try {
            for (Scene scene : plan.scenes()) {
                rehearsals.add(Rehearsal.of(first, scene));
            }
            possible = possible(first);
        } catch (Exception | Error e) {
            first.close();
            throw e;
        }
        table.unreached(plan.unreached(rehearsals));
        List<Trial> trials = plan.trials(rehearsals, possible);
        work(only(trials, trial -> !trial.fault().isBrokers()), rehearsals, plan.lanes(), first);
        work(only(trials, trial -> trial.fault().isBrokers()), rehearsals, plan.lanes(), null);
        return table;
    }

    private Set<Injection> possible(House house) {
        Set<Injection> possible = EnumSet.allOf(Injection.class);
        if (!house.disk().small()) {
            possible.remove(Injection.FULL_DISK);
            out.accept("left out: FULL_DISK, since no small file system can be mounted here");
        }
        if (!RabbitServer.isHere()) {
            possible.removeIf(Injection::isBrokers);
            out.accept("left out: what is the broker's, since there is no RabbitMQ here; try: " + RabbitServer.REMEDY);
        }
        return possible;
    }

    private static Queue<Trial> only(List<Trial> trials, Predicate<Trial> these) {
        return trials.stream().filter(these).collect(Collectors.toCollection(ConcurrentLinkedQueue::new));
    }

    /** @param opened a house that one lane can have */
    private void work(Queue<Trial> left, List<Rehearsal> rehearsals, int lanes, @Nullable House opened)
            throws Exception {
        int needed = Math.max(opened == null ? 0 : 1, Math.min(lanes, left.size()));
        ExecutorService threads = Executors.newCachedThreadPool();
        try {
            List<Future<Boolean>> ends = new ArrayList<>();
            for (int lane = 0; lane < needed; lane++) {
                House own = lane == 0 ? opened : null;
                ends.add(threads.submit(() -> {
                    work(left, rehearsals, own != null ? own : open(opened == null));
                    return true;
                }));
            }
            for (Future<Boolean> end : ends) {
                end.get();
            }
        } finally {
            threads.shutdownNow();
        }
    }

    /** A house in which something went wrong is left, so that the next trial begins with nothing. */
    private void work(Queue<Trial> left, List<Rehearsal> rehearsals, House given) throws Exception {
        House house = given;
        try {
            for (Trial trial = left.poll(); trial != null; trial = left.poll()) {
                long begin = System.nanoTime();
                Verdict verdict = new Play(
                                house, trial, asked(rehearsals, trial.scene()), "t" + names.incrementAndGet() + "x")
                        .play();
                table.add(trial, verdict);
                out.accept("%s (pass %d, %d ms): %s"
                        .formatted(
                                trial.replay(),
                                trial.pass(),
                                TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - begin),
                                verdict));
                if (!verdict.isGood() && !left.isEmpty()) {
                    house.close();
                    house = open(trial.fault().isBrokers());
                }
            }
        } finally {
            house.close();
        }
    }

    /** Something was published in it, so that what is asked only at first is asked already. */
    private House open(boolean withBroker) throws Exception {
        House house = new House(jar, folder.resolve("house" + houses.incrementAndGet()), withBroker);
        Sender first = new Sender(house, new Witness(house), "first");
        Scene.PUBLISH.act(first);
        first.settled();
        return house;
    }

    private static List<List<String>> asked(List<Rehearsal> rehearsals, Scene scene) {
        return rehearsals.stream()
                .filter(rehearsal -> rehearsal.scene() == scene)
                .findFirst()
                .orElseThrow()
                .asked();
    }
}
