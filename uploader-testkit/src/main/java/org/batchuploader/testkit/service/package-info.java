/** The packaged service as a process of its own, started and stopped by benchmarks and tests, and the plainest clients for it. */
@NullMarked
package org.batchuploader.testkit.service;

import org.jspecify.annotations.NullMarked;
