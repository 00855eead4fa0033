/**
 * The one place that knows every adapter: opens the stores, builds the uploader, opens the doors, and closes all of it again.
 */
@NullMarked
package org.batchuploader.app.service;

import org.jspecify.annotations.NullMarked;
