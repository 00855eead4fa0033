package org.batchuploader.core.upload;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.batchuploader.core.id.BlobId;
import org.batchuploader.core.id.DatasetId;
import org.batchuploader.core.id.LayerId;
import org.batchuploader.core.id.UploadId;
import org.batchuploader.core.inspect.CoordinateReferenceSystem;
import org.batchuploader.core.inspect.Correction;
import org.batchuploader.core.inspect.Inspection;
import org.batchuploader.core.inspect.Part;
import org.batchuploader.core.inspect.Problem;
import org.batchuploader.core.inspect.ProblemCode;
import org.jspecify.annotations.Nullable;

/**
 * One thing that can become one layer.
 *
 * @param position order within the upload, from 0
 * @param name its base name as delivered, {@code roads}
 * @param origin folder, archive and base name as delivered; the same origin delivered again by the same owner replaces
 * @param member which layer inside its file; absent when the files are the dataset
 * @param parts its files; empty when the upload could not be opened into datasets
 * @param prepared what the last inspection made for registries to publish; empty when the parts are fit themselves
 * @param problems what was found, among the delivered files and at the last inspection
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
        @Nullable String member,
        List<Part> parts,
        List<Part> prepared,
        DatasetState state,
        Correction correction,
        @Nullable Inspection inspection,
        List<Problem> problems,
        @Nullable BlobId thumbnail,
        @Nullable BlobId preview,
        @Nullable LayerId layer,
        int attempt) {
    /** What only publishing can find, each time anew. */
    private static final Set<ProblemCode> OF_PUBLISHING =
            EnumSet.of(ProblemCode.NAME_CHANGED, ProblemCode.STYLE_CHANGED);

    public Dataset {
        parts = List.copyOf(parts);
        prepared = List.copyOf(prepared);
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
                null,
                List.of(),
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

    /** The code of its CRS as its owner chose it or, once it is published, as it was found. */
    public Optional<String> knownCrs() {
        if (correction.crs() != null) {
            return Optional.of(correction.crs());
        }
        CoordinateReferenceSystem found =
                state == DatasetState.PUBLISHED && inspection != null ? inspection.crs() : null;
        return Optional.ofNullable(found).map(CoordinateReferenceSystem::code);
    }

    public Dataset with(DatasetState newState) {
        return new DatasetCopy(this).state(newState).make();
    }

    public Dataset with(Correction newCorrection) {
        return new DatasetCopy(this).correction(newCorrection).make();
    }

    public Dataset named(String newName, String newOrigin) {
        return new DatasetCopy(this).names(newName, newOrigin).make();
    }

    public Dataset withMember(@Nullable String newMember) {
        return new DatasetCopy(this).member(newMember).make();
    }

    public Dataset withProblems(List<Problem> newProblems) {
        return new DatasetCopy(this).problems(newProblems).make();
    }

    /** With what was remarked besides, each once. */
    public Dataset remarked(List<Problem> remarks) {
        return withProblems(
                Stream.concat(problems.stream(), remarks.stream()).distinct().toList());
    }

    public Dataset withParts(List<Part> newParts) {
        return new DatasetCopy(this).parts(newParts).make();
    }

    public Dataset withPrepared(List<Part> newPrepared) {
        return new DatasetCopy(this).prepared(newPrepared).make();
    }

    /** Without what the last inspection and the attempt to publish found, to be tried again. */
    public Dataset again() {
        return withProblems(kept());
    }

    /** What was remarked when the dataset was found among the delivered files, which no inspection can find again. */
    private List<Problem> kept() {
        List<Problem> inspected = inspection == null ? List.of() : inspection.problems();
        return problems.stream()
                .filter(p -> !p.isBlocking() && !OF_PUBLISHING.contains(p.code()) && !inspected.contains(p))
                .toList();
    }

    /** What an inspection learned and made, in place of what the one before did. */
    public Dataset inspected(
            Inspection newInspection,
            List<Part> newPrepared,
            @Nullable BlobId newThumbnail,
            @Nullable BlobId newPreview) {
        return new DatasetCopy(this)
                .inspection(newInspection)
                .problems(Stream.concat(kept().stream(), newInspection.problems().stream())
                        .toList())
                .prepared(newPrepared)
                .pictures(newThumbnail, newPreview)
                .make();
    }

    /** This dataset as another one of the same parts was found to be. */
    public Dataset as(Dataset twin) {
        return new DatasetCopy(this)
                .inspection(twin.inspection)
                .problems(twin.problems)
                .prepared(twin.prepared)
                .pictures(twin.thumbnail, twin.preview)
                .make();
    }

    public Dataset withLayer(@Nullable LayerId newLayer) {
        return new DatasetCopy(this).layer(newLayer).make();
    }

    public Dataset withAttempt(int newAttempt) {
        return new DatasetCopy(this).attempt(newAttempt).make();
    }
}
