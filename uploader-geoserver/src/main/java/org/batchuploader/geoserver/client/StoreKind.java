package org.batchuploader.geoserver.client;

/** The two kinds of stores, as they are called in paths. */
public enum StoreKind {
    DATASTORES("datastores"),
    COVERAGESTORES("coveragestores");

    private final String path;

    StoreKind(String path) {
        this.path = path;
    }

    /** The segment of a REST path. */
    public String path() {
        return path;
    }
}
