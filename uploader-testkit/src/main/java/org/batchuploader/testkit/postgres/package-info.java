/**
 * A real PostgreSQL server for tests, from binaries on the class path; begin with {@link org.batchuploader.testkit.postgres.PostgresExtension}. It runs as another user where the tests run as root, which PostgreSQL refuses.
 */
@NullMarked
package org.batchuploader.testkit.postgres;

import org.jspecify.annotations.NullMarked;
