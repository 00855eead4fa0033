/**
 * What talks to a running service: sends files, follows uploads, keeps users.
 */
@NullMarked
package org.batchuploader.app.client;

import org.jspecify.annotations.NullMarked;
