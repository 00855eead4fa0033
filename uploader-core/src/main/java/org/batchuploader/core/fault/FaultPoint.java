package org.batchuploader.core.fault;

import org.jspecify.annotations.Nullable;

/**
 * Every place between the first byte of a file and the word to its owner that a harness can make something go wrong at, in the
 * order of the way. WRITTEN and NOTED are inside a transaction that is not committed yet. Each is passed exactly where its name
 * says; passing costs nothing unless the process was started with {@value Armed#PROPERTY}.
 */
public enum FaultPoint {
    /** All bytes are written, and not forced to disk. */
    BYTES_WRITTEN,
    /** The bytes are durable under their final name; no row knows of them. */
    BYTES_STAGED,
    /** The upload and its task are written. */
    UPLOAD_WRITTEN,
    /** The upload is kept; its sender was not answered. */
    UPLOAD_KEPT,
    /** A worker has a task, and did nothing of it. */
    TASK_CLAIMED,
    /** The upload was unpacked; its datasets are in memory only. */
    UPLOAD_OPENED,
    /** The datasets of an upload and their tasks are written. */
    DATASETS_WRITTEN,
    /** A dataset is kept as being inspected. */
    DATASET_BEGUN,
    /** It was inspected; what was learned is in memory only. */
    DATASET_INSPECTED,
    /** Its layer is written as its own. */
    LAYER_WRITTEN,
    /** Where a step will put the layer is written. */
    PLAN_WRITTEN,
    /** The plan is kept; the system was not asked. */
    STEP_DUE,
    /** The system did it; nothing here says so. */
    STEP_TAKEN,
    /** That a step is done is written. */
    STEP_NOTED,
    /** That a dataset is published is written. */
    PUBLISHED_WRITTEN,
    /** That a dataset ended short of being published is written. */
    ENDING_WRITTEN,
    /** The notice of an ending is written. */
    NOTICE_WRITTEN,
    /** The task went through; its worker has not said that it is free. */
    TASK_DONE,
    /** After trouble, that the task is to be done again is written. */
    TASK_PUT_BACK_WRITTEN,
    /** A cancel is written. */
    CANCEL_WRITTEN,
    /** That a layer is to be removed, or given back to the dataset before, is written. */
    UNDO_WRITTEN,
    /** A layer is to be taken out of a system, which was not asked. */
    REMOVAL_DUE,
    /** The system has taken it out; nothing here says so. */
    REMOVAL_TAKEN,
    /** That it is out of a system is written. */
    REMOVAL_NOTED,
    /** That the layer is gone everywhere is written. */
    LAYER_GONE_WRITTEN;

    private static final @Nullable Armed ARMED = Armed.fromProperty();

    /**
     * Says that this place is passed.
     *
     * @throws InjectedFault where a harness asked for it
     */
    public void pass() {
        if (ARMED != null) {
            ARMED.pass(this);
        }
    }
}
