/** The packaged service as a process of its own, started and stopped by a benchmark, and the plainest clients for it. */
@NullMarked
package org.batchuploader.benchmarks.service;

import org.jspecify.annotations.NullMarked;
