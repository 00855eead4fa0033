/**
 * Certificates and keys for FTPS ({@link org.batchuploader.ftp.tls.TlsKeys}), from PEM files as every authority and every
 * ACME client writes them. What is wrong with a file is a sentence; what is wrong with a newer file leaves the older in use.
 */
@NullMarked
package org.batchuploader.ftp.tls;

import org.jspecify.annotations.NullMarked;
