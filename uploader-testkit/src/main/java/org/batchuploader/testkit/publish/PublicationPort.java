package org.batchuploader.testkit.publish;

import org.batchuploader.core.publish.Placement;
import org.batchuploader.core.publish.Publication;

/** What the three ports have in common, so that one contract serves them all. */
interface PublicationPort {
    Placement plan(Publication publication);

    Placement put(Publication publication);

    void remove(Placement placement);
}
