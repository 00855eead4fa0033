/**
 * How remote trouble is said: unavailable (try again) or refused (will not help).
 */
@NullMarked
package org.batchuploader.core.remote;

import org.jspecify.annotations.NullMarked;
