/** Kills the service again and again while it is being delivered to, and counts what became of every delivery. */
@NullMarked
package org.batchuploader.benchmarks.kill;

import org.jspecify.annotations.NullMarked;
