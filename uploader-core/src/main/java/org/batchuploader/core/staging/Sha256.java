package org.batchuploader.core.staging;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** SHA-256 (FIPS 180-4), computed in passing so that no blob is read a second time for it. */
final class Sha256 {
    private static final int BUFFER = 1 << 18;

    private Sha256() {}

    static MessageDigest begin() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    /** Of what is in the file before {@code length}, to be gone on with. */
    static MessageDigest of(FileChannel file, long length) throws IOException {
        MessageDigest digest = begin();
        ByteBuffer buffer = ByteBuffer.allocate(BUFFER);
        for (long at = 0; at < length; ) {
            buffer.clear().limit((int) Math.min(BUFFER, length - at));
            int read = file.read(buffer, at);
            if (read < 0) {
                throw new IOException("the file ended at " + at + ", not at " + length);
            }
            digest.update(buffer.flip());
            at += read;
        }
        return digest;
    }
}
