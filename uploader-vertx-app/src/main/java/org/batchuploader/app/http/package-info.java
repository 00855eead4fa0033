/**
 * The way in over HTTP and the API. Everything that may block runs on worker threads; a body goes to the staging area with back-pressure and never as a whole through memory.
 */
@NullMarked
package org.batchuploader.app.http;

import org.jspecify.annotations.NullMarked;
