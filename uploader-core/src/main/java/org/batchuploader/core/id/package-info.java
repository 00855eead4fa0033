/**
 * Identifiers that cannot be guessed, one record type each, and the one generator that makes them.
 */
@NullMarked
package org.batchuploader.core.id;

import org.jspecify.annotations.NullMarked;
