package org.batchuploader.geonode.client;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import org.batchuploader.remote.Answer;
import org.batchuploader.remote.Multipart;
import org.batchuploader.remote.RemoteException;
import org.batchuploader.remote.StreamedBody;
import org.jspecify.annotations.Nullable;

/** Datasets, their metadata, and who may do what with them. */
public final class Datasets {
    /** The largest picture in bytes that GeoNode takes as a thumbnail. */
    public static final long LARGEST_THUMBNAIL = 1_000_000;

    private final Calls calls;

    Datasets(Calls calls) {
        this.calls = calls;
    }

    /** Empty when GeoNode denies having it; an answer of something else is no denial. */
    public Optional<Dataset> find(long pk) {
        return calls.find(() -> calls.rest().dataset(pk)).map(found -> told(found.dataset()));
    }

    /** The dataset that shows that layer of GeoServer. */
    public Optional<Dataset> ofLayer(String workspace, String layer) {
        String alternate = workspace + ":" + layer;
        return list(calls.read(() -> calls.rest().datasetsOf(alternate))).stream()
                .filter(dataset -> dataset.alternate().equals(alternate))
                .findFirst();
    }

    /** Datasets whose name begins so; ten at most. */
    public List<Dataset> beginning(String name) {
        return list(calls.read(() -> calls.rest().datasetsBeginning(name))).stream()
                .filter(dataset -> dataset.name().startsWith(name))
                .toList();
    }

    /** All datasets, a page at a time; what comes or goes meanwhile may be missed. */
    public void each(Consumer<Dataset> each) {
        long seen = 0;
        long total = 1;
        for (int page = 1; seen < total; page++) {
            int number = page;
            Documents.Datasets document = calls.read(() -> calls.rest().datasets(number));
            List<Dataset> datasets = list(document);
            datasets.forEach(each);
            seen = datasets.isEmpty() ? Long.MAX_VALUE : seen + datasets.size();
            total = Objects.requireNonNullElse(document.total(), 0L);
        }
    }

    public void change(long pk, DatasetChange change) {
        calls.run(() -> calls.rest().change(pk, change));
    }

    /** Begins to delete it, with its layer in GeoServer; the identifier of the request that does so. */
    public String delete(long pk) {
        return execution(calls.once(() -> calls.rest().delete(pk)));
    }

    /** The groups it may be opened to. */
    public List<Group> groups(long pk) {
        return Objects.requireNonNullElse(
                calls.read(() -> calls.rest().permissions(pk)).groups(), List.of());
    }

    /**
     * Begins to give each group its level and leaves all others; the identifier of the request that does so.
     *
     * @throws RemoteException.Unavailable also while an earlier change is on its way
     */
    public String permit(long pk, Map<Group, Level> levels) {
        List<Documents.Grant> grants = levels.entrySet().stream()
                .map(level -> new Documents.Grant(level.getKey().id(), level.getValue()))
                .toList();
        var document = new Documents.Grants(List.of(), List.of(), grants);
        return execution(calls.once(() -> calls.rest().permit(pk, document)));
    }

    /**
     * Makes a picture the dataset's thumbnail.
     *
     * @param png of {@link #LARGEST_THUMBNAIL} bytes at most
     * @return where GeoNode says it can be fetched
     */
    public String thumbnail(long pk, StreamedBody png) {
        var form = new Multipart().file("file", "thumbnail.png", "image/png", png);
        Answer answer = calls.send("PUT", "/api/v2/resources/" + pk + "/set_thumbnail", form);
        String address = calls.parsed(answer, Documents.Thumbnail.class).address();
        if (address == null || address.isEmpty()) {
            throw new RemoteException.Refused(
                    GeoNodeClient.SYSTEM, "GeoNode took the thumbnail and does not say where it is");
        }
        return address;
    }

    private static List<Dataset> list(Documents.Datasets document) {
        return told(document.datasets());
    }

    private static <T> T told(@Nullable T part) {
        if (part == null) {
            throw new RemoteException.Refused(
                    GeoNodeClient.SYSTEM, "what answers is not GeoNode's API: no dataset in it");
        }
        return part;
    }

    private static String execution(Documents.Started started) {
        if (started.execution() == null) {
            throw new RemoteException.Refused(GeoNodeClient.SYSTEM, "GeoNode began and does not say what to follow");
        }
        return started.execution();
    }
}
