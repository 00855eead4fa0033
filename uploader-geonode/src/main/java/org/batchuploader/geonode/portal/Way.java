package org.batchuploader.geonode.portal;

import java.util.List;
import org.batchuploader.core.publish.Publication;
import org.batchuploader.geonode.client.Account;
import org.batchuploader.geonode.client.Dataset;

/** How a dataset comes into GeoNode. */
interface Way {
    /** How the publication's datasets are found, found out without any call. */
    String place(Publication publication);

    /** Datasets that are at that place now, whosever they are. */
    List<Dataset> at(String place);

    /** Whether that is a place of this way. */
    boolean knows(String place);

    /**
     * Brings the data in.
     *
     * @param before what is there of ours
     */
    Dataset bring(Publication publication, Account owner, List<Dataset> before, Waiting waiting);
}
