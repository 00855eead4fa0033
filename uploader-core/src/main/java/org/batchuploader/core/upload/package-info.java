/**
 * What was delivered and what became of it: uploads, datasets, their states and history, and the store that keeps them.
 */
@NullMarked
package org.batchuploader.core.upload;

import org.jspecify.annotations.NullMarked;
