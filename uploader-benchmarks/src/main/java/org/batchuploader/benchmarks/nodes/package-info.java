/**
 * Two nodes on one database and one data folder that are restarted, killed and frozen while people deliver, and what became of it;
 * begin with {@link org.batchuploader.benchmarks.nodes.NodesRun}.
 */
@NullMarked
package org.batchuploader.benchmarks.nodes;

import org.jspecify.annotations.NullMarked;
