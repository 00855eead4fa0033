/**
 * The FTP door beside vsftpd and ProFTPD on loopback: one file of 1 GiB, many small ones over one session and over many,
 * log-ins, and what idle sessions cost. The client is the same for all: ours, which hands files from the page cache to the
 * socket. The peers are Debian's packages, unpacked and not installed, run as another user.
 */
@NullMarked
package org.batchuploader.benchmarks.ftp;

import org.jspecify.annotations.NullMarked;
