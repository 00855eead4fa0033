/**
 * The durable place for bytes ({@link org.batchuploader.core.staging.StagingArea}) and its local-disk adapter. Bytes are blobs with ids of ours; what people call them is a row elsewhere.
 */
@NullMarked
package org.batchuploader.core.staging;

import org.jspecify.annotations.NullMarked;
