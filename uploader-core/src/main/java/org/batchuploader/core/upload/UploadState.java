package org.batchuploader.core.upload;

import java.util.List;

/** The state of an upload, derived from its datasets'. The constants are {@link DatasetState}'s. */
public enum UploadState {
    RECEIVED,
    QUEUED,
    INSPECTING,
    PUBLISHING,
    PUBLISHED,
    NEEDS_CORRECTION,
    FAILED,
    CANCELLED;

    /** What still moves comes first, then what waits for the owner, then what failed. */
    private static final List<DatasetState> PRECEDENCE = List.of(
            DatasetState.PUBLISHING,
            DatasetState.INSPECTING,
            DatasetState.QUEUED,
            DatasetState.RECEIVED,
            DatasetState.NEEDS_CORRECTION,
            DatasetState.FAILED,
            DatasetState.PUBLISHED,
            DatasetState.CANCELLED);

    /** @param datasets at least one */
    public static UploadState of(List<Dataset> datasets) {
        return PRECEDENCE.stream()
                .filter(state -> datasets.stream().anyMatch(d -> d.state() == state))
                .findFirst()
                .map(state -> valueOf(state.name()))
                .orElseThrow();
    }

    public boolean isEnding() {
        return DatasetState.valueOf(name()).isEnding();
    }
}
