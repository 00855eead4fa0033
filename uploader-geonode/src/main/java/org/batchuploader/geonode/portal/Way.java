package org.batchuploader.geonode.portal;

import java.util.List;
import java.util.Optional;
import org.batchuploader.core.id.Ids;
import org.batchuploader.core.id.LayerId;
import org.batchuploader.core.publish.Publication;
import org.batchuploader.geonode.client.Account;
import org.batchuploader.geonode.client.Dataset;

/** How a dataset comes into GeoNode. */
interface Way {
    /** How the publication's datasets are found, found out without any call. */
    String place(Publication publication);

    /** Datasets that are at that place now, whosever they are. */
    List<Dataset> at(String place);

    /** Where a dataset of ours is, told by the layer's id in its name or its store's; empty when it has none. */
    Optional<Marking> marking(Dataset dataset);

    /**
     * A dataset's mark.
     *
     * @param own the layer's name and id
     */
    record Marking(String place, String own) {
        private static final int ID = 20;

        /** Empty when there is no layer's id at the end. */
        static Optional<Marking> of(String place, String own) {
            int end = own.length() - ID - 1;
            boolean ours = end > 0 && own.charAt(end) == '_' && Ids.isValid(own.substring(end + 1));
            return ours ? Optional.of(new Marking(place, own)) : Optional.empty();
        }

        LayerId layer() {
            return new LayerId(own.substring(own.length() - ID));
        }

        String name() {
            return own.substring(0, own.length() - ID - 1);
        }
    }

    /** Whether that is a place of this way. */
    boolean knows(String place);

    /**
     * Brings the data in.
     *
     * @param before what is there of ours
     */
    Dataset bring(Publication publication, Account owner, List<Dataset> before, Waiting waiting);
}
