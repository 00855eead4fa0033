/**
 * What an operator sees of a running uploader: the queue at a glance, and what happens, as it happens. {@link
 * org.batchuploader.core.watch.QueueWatch} looks at the queue for all who ask, {@link org.batchuploader.core.watch.Meter}
 * is told of work by those who do it. Nothing in here changes anything.
 */
@NullMarked
package org.batchuploader.core.watch;

import org.jspecify.annotations.NullMarked;
