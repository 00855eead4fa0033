/**
 * Stores, queue and accounts on PostgreSQL or H2; begin with {@link org.batchuploader.jdbc.JdbcStores}. The SQL of a table is in one class, the schema in numbered migrations that never change.
 */
@NullMarked
package org.batchuploader.jdbc;

import org.jspecify.annotations.NullMarked;
