/**
 * Messages to owners about an ending, the box that keeps them and the port that brings them.
 */
@NullMarked
package org.batchuploader.core.notice;

import org.jspecify.annotations.NullMarked;
