package org.batchuploader.benchmarks.queue;

import java.util.List;

/**
 * How long to measure.
 *
 * @param rounds of each measurement; the medians count
 * @param tasks of ours in one
 * @param waiting tasks in the long queue
 * @param heldSeconds for which a transaction stays open
 */
record Options(int rounds, int tasks, int waiting, int heldSeconds) {
    private static final Options FULL = new Options(3, 100_000, 1_000_000, 600);

    /** @param arguments {@code --rounds N --tasks N --waiting N --held SECONDS}, each if it differs from the full run */
    static Options of(List<String> arguments) {
        return new Options(
                value(arguments, "--rounds", FULL.rounds),
                value(arguments, "--tasks", FULL.tasks),
                value(arguments, "--waiting", FULL.waiting),
                value(arguments, "--held", FULL.heldSeconds));
    }

    private static int value(List<String> arguments, String name, int usual) {
        int place = arguments.indexOf(name);
        return place < 0 ? usual : Integer.parseInt(arguments.get(place + 1));
    }
}
