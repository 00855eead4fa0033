/**
 * The workers: claim a task, open uploads, inspect, publish step by step with checkpoints, undo backwards, tell the owner. Speaks only to ports.
 */
@NullMarked
package org.batchuploader.core.pipeline;

import org.jspecify.annotations.NullMarked;
