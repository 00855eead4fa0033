/**
 * Fuzzing of every reader by Jazzer: {@link org.batchuploader.benchmarks.fuzz.FuzzRun} starts a fuzzer for each
 * {@link org.batchuploader.benchmarks.fuzz.Target}. Targets go through the inspector's public door, as deliveries do.
 */
@NullMarked
package org.batchuploader.benchmarks.fuzz;

import org.jspecify.annotations.NullMarked;
