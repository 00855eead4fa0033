/**
 * A real PostgreSQL server for tests, from binaries on the class path; begin with {@link org.batchuploader.testkit.postgres.PostgresExtension}, or with {@link org.batchuploader.testkit.postgres.PostgisExtension} for one of the machine that has PostGIS. It runs as another user where the tests run as root, which PostgreSQL refuses.
 */
@NullMarked
package org.batchuploader.testkit.postgres;

import org.jspecify.annotations.NullMarked;
