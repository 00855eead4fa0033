package org.batchuploader.core.pipeline;

import org.batchuploader.core.publish.Layer;
import org.batchuploader.core.publish.Publication;
import org.batchuploader.core.publish.Step;

/**
 * A step that is about to be taken.
 *
 * @param planned the layer as it is stored, with where the step will put it
 */
record NextStep(Passage passage, Step step, Publication publication, Layer planned) {}
