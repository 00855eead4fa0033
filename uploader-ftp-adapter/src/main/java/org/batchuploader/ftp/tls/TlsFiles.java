package org.batchuploader.ftp.tls;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * Where a server's certificate comes from, all PEM.
 *
 * @param certificate the server's own first, then those between it and the authority
 * @param key its private key, without a password; may be the same file
 * @param clientAuthorities whose certificates clients may show; absent when none is asked for
 */
public record TlsFiles(Path certificate, Path key, @Nullable Path clientAuthorities) {}
