/**
 * Every store and queue in memory, for tests and for embedding without a database. Passes the same contract as the JDBC adapters.
 */
@NullMarked
package org.batchuploader.core.memory;

import org.jspecify.annotations.NullMarked;
