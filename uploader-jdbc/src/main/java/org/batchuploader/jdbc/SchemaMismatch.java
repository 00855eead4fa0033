package org.batchuploader.jdbc;

/** The database's tables are not those this program was made for. */
public final class SchemaMismatch extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private SchemaMismatch(String message) {
        super(message);
    }

    static SchemaMismatch newer(String database, String found, String known) {
        return new SchemaMismatch("the database " + database + " has schema version " + found
                + ", but this program knows versions up to " + known + "; run the newer program it was made by");
    }

    static SchemaMismatch altered(String database, String detail) {
        return new SchemaMismatch("the schema of the database " + database + " was altered by hand: " + detail);
    }
}
