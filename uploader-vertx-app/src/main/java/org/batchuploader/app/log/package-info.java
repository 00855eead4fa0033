/**
 * Where the service writes its logs.
 */
@NullMarked
package org.batchuploader.app.log;

import org.jspecify.annotations.NullMarked;
