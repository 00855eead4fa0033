package org.batchuploader.benchmarks.queue;

import java.util.concurrent.atomic.LongAdder;

/** A queue whose workers do nothing but claim tasks and complete them. */
interface Contestant extends AutoCloseable {
    String name();

    /** Forgets all tasks. */
    void empty();

    /** Queues so many tasks. */
    void fill(int tasks);

    /** Starts so many workers, each as a process of its own would be, counting what they have done. */
    AutoCloseable start(int workers, LongAdder done);

    @Override
    void close();
}
