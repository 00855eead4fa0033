package org.batchuploader.app.service;

/** What one process of the service does; all processes share a database and a data folder. */
public enum Role {
    /** Takes uploads in by FTP. */
    FTP,
    /** Takes uploads in by HTTP, with the API and the pages. */
    HTTP,
    /** Works on what was taken in. */
    WORKER
}
