/**
 * From a client's troubles to those of core's ports. For adapters only: the clients know nothing of core. One method,
 * {@link org.batchuploader.remote.port.RemoteCalls#translated}.
 */
@NullMarked
package org.batchuploader.remote.port;

import org.jspecify.annotations.NullMarked;
