/**
 * The way in over FTP ({@link org.batchuploader.ftp.FtpSource}), and the original system's {@code ftp.xml}. People see
 * the core's drop folders; no path of theirs is ever a path of this machine.
 */
@NullMarked
package org.batchuploader.ftp;

import org.jspecify.annotations.NullMarked;
