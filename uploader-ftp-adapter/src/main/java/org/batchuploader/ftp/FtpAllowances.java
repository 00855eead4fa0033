package org.batchuploader.ftp;

/**
 * What may be done by FTP with a file of a delivery that is complete. What is not delivered yet may be deleted, renamed and sent
 * again at any time.
 *
 * @param delete takes its layers down
 * @param rename takes its layers along
 * @param replace the file sent again replaces its layers
 */
public record FtpAllowances(boolean delete, boolean rename, boolean replace) {
    public static final FtpAllowances ALL = new FtpAllowances(true, true, true);
}
