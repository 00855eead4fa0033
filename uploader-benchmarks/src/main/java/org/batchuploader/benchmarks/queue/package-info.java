/**
 * {@code run queue}: our queue beside db-scheduler and beside plain SQL, on one PostgreSQL with durable commits.
 * {@link org.batchuploader.benchmarks.queue.QueueRun} says what is measured.
 * Another queue comes in as a {@link org.batchuploader.benchmarks.queue.Contestant}.
 */
@NullMarked
package org.batchuploader.benchmarks.queue;

import org.jspecify.annotations.NullMarked;
