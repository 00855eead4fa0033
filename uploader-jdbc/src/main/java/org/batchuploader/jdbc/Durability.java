package org.batchuploader.jdbc;

import org.jdbi.v3.core.Handle;

/** Makes sure that a commit survives the loss of power. */
@FunctionalInterface
interface Durability {
    /** PostgreSQL forces its log to disk before it answers a commit. */
    Durability OF_THE_DATABASE = handle -> {};

    /** Returns when all that was committed before the call is on disk. */
    void force(Handle handle);
}
