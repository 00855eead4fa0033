/** FTP clients against the door, as libraries and as bare sockets. */
@NullMarked
package org.batchuploader.ftp;

import org.jspecify.annotations.NullMarked;
