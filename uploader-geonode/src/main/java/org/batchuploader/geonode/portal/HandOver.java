package org.batchuploader.geonode.portal;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import org.batchuploader.core.inspect.SourceFile;
import org.batchuploader.core.publish.Publication;
import org.batchuploader.geonode.client.Account;
import org.batchuploader.geonode.client.Dataset;
import org.batchuploader.geonode.client.DatasetUpload;
import org.batchuploader.geonode.client.Execution;
import org.batchuploader.geonode.client.GeoNodeClient;
import org.batchuploader.remote.Multipart;
import org.batchuploader.remote.RemoteException;
import org.batchuploader.remote.StreamedBody;

/**
 * Hands the files to GeoNode's own upload, which imports and publishes them, and then the dataset to its owner. The files are named
 * after the layer and its id, which nobody guesses: what has that name in GeoNode is ours.
 */
final class HandOver implements Way {
    private static final String KIND = "file";

    /** What is left of a table's 63 characters in PostgreSQL beside an underscore and the layer's id. */
    private static final int LONGEST_NAME = 42;

    private final GeoNodeClient client;
    private final Removal removal;

    HandOver(GeoNodeClient client, Removal removal) {
        this.client = client;
        this.removal = removal;
    }

    @Override
    public String place(Publication publication) {
        return KIND + "/" + stem(publication);
    }

    @Override
    public boolean knows(String place) {
        return place.startsWith(KIND + "/");
    }

    @Override
    public List<Dataset> at(String place) {
        return client.datasets().beginning(place.substring(KIND.length() + 1));
    }

    @Override
    public Optional<Marking> marking(Dataset dataset) {
        return Marking.of(KIND + "/" + dataset.name(), dataset.name());
    }

    @Override
    public Dataset bring(Publication publication, Account owner, List<Dataset> before, Waiting waiting) {
        DatasetUpload files = files(publication);
        requireSize(files);
        letEarlierEnd(files.fileName(), waiting);
        List<Dataset> there = at(place(publication));
        there.stream().findFirst().ifPresent(dataset -> files.replacing(dataset.pk()));
        String id = client.uploads().upload(files);
        Optional<Execution> ended = waiting.until(
                "the import of " + files.fileName(),
                () -> client.uploads().execution(id),
                execution -> execution.isEmpty() || execution.get().ended());
        Dataset made = judge(publication, ended, there, waiting);
        Dataset.Owner holder = made.owner();
        Long pk = owner.pk();
        if (holder == null || pk == null || made.belongsTo(owner.username())) {
            return made;
        }
        client.users().transfer(holder.pk(), pk, List.of(made.pk()));
        return client.datasets()
                .find(made.pk())
                .filter(given -> given.belongsTo(owner.username()))
                .orElseThrow(() -> new RemoteException.Refused(
                        GeoNodeClient.SYSTEM,
                        "GeoNode says it has given the dataset to " + owner.username() + " and has not."));
    }

    /** Said before it is sent: a web server before GeoNode hangs up on what is too large, which looks like a broken line. */
    private void requireSize(DatasetUpload files) {
        OptionalLong length = files.length();
        OptionalLong largest = client.uploads().largest();
        if (length.isPresent() && largest.isPresent() && length.getAsLong() > largest.getAsLong()) {
            throw new RemoteException.Refused(
                    GeoNodeClient.SYSTEM,
                    "The files have " + length.getAsLong() + " bytes, and GeoNode takes " + largest.getAsLong()
                            + " at most (dataset_upload_size).");
        }
    }

    /** An upload whose answer was lost may be under way; a second beside it would become a dataset of another name. */
    private void letEarlierEnd(String fileName, Waiting waiting) {
        waiting.until(
                "an earlier import of " + fileName,
                () -> client.uploads().ofFile(fileName),
                requests -> requests.stream().allMatch(Execution::ended));
    }

    private Dataset judge(Publication publication, Optional<Execution> ended, List<Dataset> before, Waiting waiting) {
        List<Dataset> now = new ArrayList<>(at(place(publication)));
        if (ended.isPresent() && ended.get().failed()) {
            List<Long> kept = before.stream().map(Dataset::pk).toList();
            now.removeIf(dataset -> kept.contains(dataset.pk()));
            now.forEach(leftover -> removal.of(leftover, waiting));
            String reason = ended.get().reason();
            throw new RemoteException.Refused(
                    GeoNodeClient.SYSTEM,
                    "GeoNode could not import the files: " + (reason.isEmpty() ? "it does not say why" : reason));
        }
        return now.stream()
                .findFirst()
                .orElseThrow(() -> new RemoteException.Refused(
                        GeoNodeClient.SYSTEM, "GeoNode says it has imported the files and has no dataset of them."));
    }

    private static String stem(Publication publication) {
        String name = publication.name();
        return name.substring(0, Math.min(name.length(), LONGEST_NAME)) + "_"
                + publication.layer().value();
    }

    private static DatasetUpload files(Publication publication) {
        String stem = stem(publication);
        if (publication.inspection().raster() != null) {
            return withSidecars(DatasetUpload.geoTiff(stem, StreamedBody.of(tiff(publication))), publication);
        }
        DatasetUpload upload = DatasetUpload.shapefile(stem, StreamedBody.of(part(publication, "shp")));
        for (String part : List.of("shx", "dbf", "prj")) {
            upload.part(part, StreamedBody.of(part(publication, part)));
        }
        String charset = publication.charset();
        if (charset != null) {
            upload.part("cpg", Multipart.text(charset));
        }
        return withSidecars(upload, publication);
    }

    private static DatasetUpload withSidecars(DatasetUpload upload, Publication publication) {
        Sidecars sidecars = Sidecars.of(publication);
        sidecars.style().ifPresent(sld -> upload.part("sld", Multipart.text(sld)));
        sidecars.metadata().ifPresent(xml -> upload.part("xml", Multipart.text(xml)));
        return upload;
    }

    private static Path part(Publication publication, String part) {
        return publication.files().find(part).map(SourceFile::path).orElseThrow(() -> missing("." + part));
    }

    private static Path tiff(Publication publication) {
        return publication.files().files().stream()
                .filter(file -> file.name().toLowerCase(Locale.ROOT).matches("(?s).*\\.tiff?"))
                .map(SourceFile::path)
                .findFirst()
                .orElseThrow(() -> missing(".tif"));
    }

    private static RemoteException.Refused missing(String part) {
        return new RemoteException.Refused(GeoNodeClient.SYSTEM, "There is no " + part + " among the files.");
    }
}
