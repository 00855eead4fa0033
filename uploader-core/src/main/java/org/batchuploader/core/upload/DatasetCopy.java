package org.batchuploader.core.upload;

import java.util.List;
import org.batchuploader.core.id.BlobId;
import org.batchuploader.core.id.LayerId;
import org.batchuploader.core.inspect.Correction;
import org.batchuploader.core.inspect.Inspection;
import org.batchuploader.core.inspect.Part;
import org.batchuploader.core.inspect.Problem;
import org.jspecify.annotations.Nullable;

/** A dataset being copied with some of it changed. */
final class DatasetCopy {
    private final Dataset original;
    private String name;
    private String origin;
    private @Nullable String member;
    private List<Part> parts;
    private List<Part> prepared;
    private DatasetState state;
    private Correction correction;
    private @Nullable Inspection inspection;
    private List<Problem> problems;
    private @Nullable BlobId thumbnail;
    private @Nullable BlobId preview;
    private @Nullable LayerId layer;
    private int attempt;

    DatasetCopy(Dataset original) {
        this.original = original;
        this.name = original.name();
        this.origin = original.origin();
        this.member = original.member();
        this.parts = original.parts();
        this.prepared = original.prepared();
        this.state = original.state();
        this.correction = original.correction();
        this.inspection = original.inspection();
        this.problems = original.problems();
        this.thumbnail = original.thumbnail();
        this.preview = original.preview();
        this.layer = original.layer();
        this.attempt = original.attempt();
    }

    DatasetCopy names(String name, String origin) {
        this.name = name;
        this.origin = origin;
        return this;
    }

    DatasetCopy pictures(@Nullable BlobId thumbnail, @Nullable BlobId preview) {
        this.thumbnail = thumbnail;
        this.preview = preview;
        return this;
    }

    DatasetCopy member(@Nullable String member) {
        this.member = member;
        return this;
    }

    DatasetCopy parts(List<Part> parts) {
        this.parts = parts;
        return this;
    }

    DatasetCopy prepared(List<Part> prepared) {
        this.prepared = prepared;
        return this;
    }

    DatasetCopy state(DatasetState state) {
        this.state = state;
        return this;
    }

    DatasetCopy correction(Correction correction) {
        this.correction = correction;
        return this;
    }

    DatasetCopy inspection(@Nullable Inspection inspection) {
        this.inspection = inspection;
        return this;
    }

    DatasetCopy problems(List<Problem> problems) {
        this.problems = problems;
        return this;
    }

    DatasetCopy layer(@Nullable LayerId layer) {
        this.layer = layer;
        return this;
    }

    DatasetCopy attempt(int attempt) {
        this.attempt = attempt;
        return this;
    }

    Dataset make() {
        return new Dataset(
                original.id(),
                original.upload(),
                original.owner(),
                original.position(),
                name,
                origin,
                member,
                parts,
                prepared,
                state,
                correction,
                inspection,
                problems,
                thumbnail,
                preview,
                layer,
                attempt);
    }
}
