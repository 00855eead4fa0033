package org.batchuploader.core.task;

import java.util.List;
import java.util.function.Consumer;
import org.batchuploader.core.id.TaskId;

/**
 * Word of tasks that became claimable, for the other processes that share the queue. It is written with the transaction
 * that queues the task or hands it back, and kept until a broker has it. So there is never word of a task that is not
 * there, and word of every task gets out in the end, if perhaps twice.
 */
public interface TaskOutbox {
    /**
     * @param place grows with time, about
     * @param orderKey of the task; where the queue has to look
     */
    record Word(long place, TaskId task, String orderKey) {}

    /**
     * Hands up to {@code max} words to the sender, oldest first, none that another process is sending now, and forgets
     * them when it returns. When it throws, all are kept and the exception goes on to the caller. The sender is not called
     * when there is no word.
     *
     * @param from those before this place are passed over; 0 for none
     * @return what was sent
     */
    List<Word> send(long from, int max, Consumer<List<Word>> sender);

    /** Word came from another process: the next claim of this one looks at that key. */
    void heard(String orderKey);
}
