/**
 * What every client of a remote system needs: calls with limits, bodies that are streamed, troubles that are told apart. Start with
 * {@link org.batchuploader.remote.HttpTransport}. Nothing here follows a redirect, repeats a call or writes a secret into a log.
 */
@NullMarked
package org.batchuploader.remote;

import org.jspecify.annotations.NullMarked;
