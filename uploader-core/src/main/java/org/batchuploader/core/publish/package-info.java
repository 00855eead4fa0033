/**
 * The published outcome: layers, their reservation, and the three ports (catalog, portal, metadata) a dataset passes through.
 */
@NullMarked
package org.batchuploader.core.publish;

import org.jspecify.annotations.NullMarked;
