package org.batchuploader.jdbc;

import org.jspecify.annotations.Nullable;

/** The database's tables are not those this program was made for. */
public final class SchemaMismatch extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private SchemaMismatch(String message, @Nullable Throwable cause) {
        super(message, cause);
    }

    static SchemaMismatch newer(String database, String found, String known) {
        return new SchemaMismatch(
                "the database " + database + " has schema version " + found + ", but this program knows versions up to "
                        + known + "; run the newer program it was made by",
                null);
    }

    static SchemaMismatch altered(String database, Throwable cause) {
        return new SchemaMismatch(
                "the schema of the database " + database + " is not what its migrations made: " + cause.getMessage(),
                cause);
    }
}
