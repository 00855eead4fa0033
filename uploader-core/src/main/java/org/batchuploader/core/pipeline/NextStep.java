package org.batchuploader.core.pipeline;

import org.batchuploader.core.publish.Publication;
import org.batchuploader.core.publish.Step;

/** A step that is about to be taken: where it will put the layer is stored. */
record NextStep(Passage passage, Step step, Publication publication) {}
