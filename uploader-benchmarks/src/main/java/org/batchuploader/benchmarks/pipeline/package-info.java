/**
 * What the pipeline itself costs per layer: {@link org.batchuploader.benchmarks.pipeline.PipelineBenchmark}, with an inspector and
 * registries that do nothing.
 */
@NullMarked
package org.batchuploader.benchmarks.pipeline;

import org.jspecify.annotations.NullMarked;
