package org.batchuploader.core.upload;

import java.util.List;
import org.batchuploader.core.id.BlobId;
import org.batchuploader.core.id.DatasetId;
import org.batchuploader.core.id.LayerId;
import org.batchuploader.core.id.UploadId;
import org.batchuploader.core.inspect.Inspection;
import org.batchuploader.core.inspect.Part;
import org.batchuploader.core.inspect.Problem;
import org.jspecify.annotations.Nullable;

/**
 * One thing that can become one layer.
 *
 * @param position order within the upload, from 0
 * @param name its base name as delivered, {@code roads}
 * @param origin folder, archive and base name as delivered; the same origin delivered again by the same owner replaces
 * @param parts its files; empty when the upload could not be opened into datasets
 * @param problems what was found, at the last inspection
 * @param attempt how often publishing was tried, from 0
 * @param layer the layer reserved or published for it
 */
public record Dataset(
        DatasetId id,
        UploadId upload,
        String owner,
        int position,
        String name,
        String origin,
        List<Part> parts,
        DatasetState state,
        Correction correction,
        @Nullable Inspection inspection,
        List<Problem> problems,
        @Nullable BlobId thumbnail,
        @Nullable BlobId preview,
        @Nullable LayerId layer,
        int attempt) {
    public Dataset {
        parts = List.copyOf(parts);
        problems = List.copyOf(problems);
    }

    /** A dataset of which nothing is known yet but its name. */
    public static Dataset received(DatasetId id, Upload upload, int position, String name, String origin) {
        return new Dataset(
                id,
                upload.id(),
                upload.owner(),
                position,
                name,
                origin,
                List.of(),
                DatasetState.RECEIVED,
                Correction.NONE,
                null,
                List.of(),
                null,
                null,
                null,
                0);
    }

    public Dataset with(DatasetState newState) {
        return new Dataset(
                id,
                upload,
                owner,
                position,
                name,
                origin,
                parts,
                newState,
                correction,
                inspection,
                problems,
                thumbnail,
                preview,
                layer,
                attempt);
    }

    public Dataset with(Correction newCorrection) {
        return new Dataset(
                id,
                upload,
                owner,
                position,
                name,
                origin,
                parts,
                state,
                newCorrection,
                inspection,
                problems,
                thumbnail,
                preview,
                layer,
                attempt);
    }

    public Dataset named(String newName, String newOrigin) {
        return new Dataset(
                id,
                upload,
                owner,
                position,
                newName,
                newOrigin,
                parts,
                state,
                correction,
                inspection,
                problems,
                thumbnail,
                preview,
                layer,
                attempt);
    }

    public Dataset withProblems(List<Problem> newProblems) {
        return new Dataset(
                id,
                upload,
                owner,
                position,
                name,
                origin,
                parts,
                state,
                correction,
                inspection,
                newProblems,
                thumbnail,
                preview,
                layer,
                attempt);
    }

    public Dataset withParts(List<Part> newParts) {
        return new Dataset(
                id,
                upload,
                owner,
                position,
                name,
                origin,
                newParts,
                state,
                correction,
                inspection,
                problems,
                thumbnail,
                preview,
                layer,
                attempt);
    }

    public Dataset inspected(Inspection newInspection, @Nullable BlobId newThumbnail, @Nullable BlobId newPreview) {
        return new Dataset(
                id,
                upload,
                owner,
                position,
                name,
                origin,
                parts,
                state,
                correction,
                newInspection,
                newInspection.problems(),
                newThumbnail,
                newPreview,
                layer,
                attempt);
    }

    public Dataset withLayer(@Nullable LayerId newLayer) {
        return new Dataset(
                id,
                upload,
                owner,
                position,
                name,
                origin,
                parts,
                state,
                correction,
                inspection,
                problems,
                thumbnail,
                preview,
                newLayer,
                attempt);
    }

    public Dataset withAttempt(int newAttempt) {
        return new Dataset(
                id,
                upload,
                owner,
                position,
                name,
                origin,
                parts,
                state,
                correction,
                inspection,
                problems,
                thumbnail,
                preview,
                layer,
                newAttempt);
    }
}
