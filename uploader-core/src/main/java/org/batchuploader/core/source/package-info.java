/**
 * The ways in: the port {@link org.batchuploader.core.source.UploadSource} and what a source works with. A new way in implements the port and nothing else.
 */
@NullMarked
package org.batchuploader.core.source;

import org.jspecify.annotations.NullMarked;
