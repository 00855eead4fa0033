/** Real clients, curl and lftp, against the packaged service, with good files, hostile ones and real ones; each case asserts its ending through the API. */
@NullMarked
package org.batchuploader.benchmarks.clients;

import org.jspecify.annotations.NullMarked;
