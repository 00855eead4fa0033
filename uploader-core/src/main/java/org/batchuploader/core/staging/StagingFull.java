package org.batchuploader.core.staging;

import java.io.IOException;

/** There is no room for more bytes; nothing that was received is affected. */
public final class StagingFull extends IOException {
    private static final long serialVersionUID = 1L;

    public StagingFull(long usable, long reserve) {
        super("the staging area has " + usable + " bytes left and keeps " + reserve + " in reserve");
    }
}
