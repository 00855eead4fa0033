package org.batchuploader.app.api;

import java.util.List;
import org.batchuploader.core.desk.StuckRemoval;

/** A removal of a layer that was given up; {@code id} is what it is run again by. */
public record RemovalJson(String id, String layer, String owner, String upload, String reason, String since) {
    /** All of them, newest first. */
    public record Listing(List<RemovalJson> removals) {
        public static Listing of(List<StuckRemoval> stuck) {
            return new Listing(stuck.stream().map(RemovalJson::of).toList());
        }
    }

    static RemovalJson of(StuckRemoval stuck) {
        return new RemovalJson(
                stuck.task().value(),
                stuck.layer().name(),
                stuck.layer().owner(),
                UploadJson.href(stuck.upload().value()),
                stuck.reason(),
                stuck.since().toString());
    }
}
