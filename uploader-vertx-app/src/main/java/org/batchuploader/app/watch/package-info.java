/**
 * What goes on, for the machines of those who operate the service: {@link org.batchuploader.app.watch.Metrics} for
 * Prometheus, {@link org.batchuploader.app.watch.Traces} for whatever takes OpenTelemetry's protocol. Both are told by
 * the core's {@link org.batchuploader.core.watch.Meter}. No other room sees Micrometer or OpenTelemetry.
 */
@NullMarked
package org.batchuploader.app.watch;

import org.jspecify.annotations.NullMarked;
