/**
 * Whether the systems hold what our rows say, and the other way round: {@link org.batchuploader.core.reconcile.Reconciler} looks, says
 * each drift in a sentence, and queues ordinary work for what is ours. Looking is {@link org.batchuploader.core.publish.Inventory}'s.
 */
@NullMarked
package org.batchuploader.core.reconcile;

import org.jspecify.annotations.NullMarked;
