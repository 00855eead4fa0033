package org.batchuploader.geonode.portal;

import org.batchuploader.geonode.client.Dataset;
import org.batchuploader.geonode.client.Execution;
import org.batchuploader.geonode.client.GeoNodeClient;
import org.batchuploader.remote.RemoteException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Deletes datasets by the key they were made with and sees to it that they are gone. GeoNode only begins when it is asked. */
record Removal(GeoNodeClient client) {
    private static final Logger log = LoggerFactory.getLogger(Removal.class);

    void of(Dataset dataset, Waiting waiting) {
        String execution;
        try {
            execution = client.datasets().delete(dataset.pk());
        } catch (RemoteException.NotFound gone) {
            return;
        }
        waiting.until(
                "the deletion of dataset " + dataset.pk(), () -> isGone(dataset, execution), Boolean::booleanValue);
        log.atInfo()
                .addKeyValue("dataset", dataset.pk())
                .addKeyValue("layer", dataset.alternate())
                .log("dataset deleted");
    }

    private boolean isGone(Dataset dataset, String execution) {
        if (client.datasets().find(dataset.pk()).isEmpty()) {
            return true;
        }
        client.uploads().execution(execution).filter(Execution::failed).ifPresent(failed -> {
            throw new RemoteException.Refused(
                    GeoNodeClient.SYSTEM,
                    "GeoNode could not delete the dataset " + dataset.alternate() + ": " + failed.reason());
        });
        return false;
    }
}
