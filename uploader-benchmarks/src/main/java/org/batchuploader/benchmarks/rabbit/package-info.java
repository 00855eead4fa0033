/** Delivers to a service that hears of tasks from a broker which is killed meanwhile, and counts what became of it. */
@NullMarked
package org.batchuploader.benchmarks.rabbit;

import org.jspecify.annotations.NullMarked;
