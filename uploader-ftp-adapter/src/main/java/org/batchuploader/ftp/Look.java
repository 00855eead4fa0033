package org.batchuploader.ftp;

import org.apache.ftpserver.ftplet.DefaultFtpReply;

/**
 * A reply without a byte: when it counts as written, the I/O thread has been around once more since, and has read what
 * the peer sent or that it is gone.
 */
final class Look extends DefaultFtpReply {
    Look() {
        super(0, "");
    }

    @Override
    public String toString() {
        return "";
    }
}
