package org.batchuploader.geonode.client;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import org.batchuploader.remote.Answer;
import org.batchuploader.remote.RemoteException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Files handed to GeoNode, and what becomes of them. */
public final class Uploads {
    private static final String SIZE_LIMIT = "dataset_upload_size";

    private static final Logger log = LoggerFactory.getLogger(Uploads.class);

    private final Calls calls;

    Uploads(Calls calls) {
        this.calls = calls;
    }

    /**
     * Sends the files, never more than a few buffers of them in memory; the identifier of the request that imports them.
     *
     * @throws RemoteException.Unavailable also when the user has as many uploads running as GeoNode allows
     * @throws java.io.UncheckedIOException when a file cannot be read
     */
    public String upload(DatasetUpload files) {
        Answer answer = calls.send("POST", "/api/v2/uploads/upload", files.form());
        String execution = calls.parsed(answer, Documents.Started.class).execution();
        if (execution == null) {
            throw new RemoteException.Refused(
                    GeoNodeClient.SYSTEM, "GeoNode took " + files.fileName() + " and does not say what to follow");
        }
        log.atDebug()
                .addKeyValue("file", files.fileName())
                .addKeyValue("execution", execution)
                .log("upload taken");
        return execution;
    }

    /** How a request stands; one's own only, empty when it is not there. */
    public Optional<Execution> execution(String id) {
        return calls.find(() -> calls.rest().execution(id)).map(Documents.OneExecution::request);
    }

    /** One's own requests about a file of that name. */
    public List<Execution> ofFile(String name) {
        List<Execution> requests = Objects.requireNonNullElse(
                calls.read(() -> calls.rest().executionsNamed(name)).requests(), List.of());
        return requests.stream().filter(request -> name.equals(request.name())).toList();
    }

    /** The largest upload in bytes; empty when GeoNode does not say. */
    public OptionalLong largest() {
        for (JsonNode list : calls.find(() -> calls.rest().sizeLimits()).orElse(MissingNode.getInstance())) {
            for (JsonNode limit : list) {
                if (limit.path("slug").asText().equals(SIZE_LIMIT) && limit.has("max_size")) {
                    return OptionalLong.of(limit.path("max_size").asLong());
                }
            }
        }
        return OptionalLong.empty();
    }
}
