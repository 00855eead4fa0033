/**
 * The JSON that service and client speak, as records. One small record per resource, with its way from the core's words.
 */
@NullMarked
package org.batchuploader.app.api;

import org.jspecify.annotations.NullMarked;
