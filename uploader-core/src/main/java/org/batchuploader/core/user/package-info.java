/**
 * Who delivers: owners, how they log in ({@link org.batchuploader.core.user.UserDirectory}), and how built-in accounts are kept. Nothing here knows a protocol.
 */
@NullMarked
package org.batchuploader.core.user;

import org.jspecify.annotations.NullMarked;
