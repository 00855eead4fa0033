package org.batchuploader.jdbc;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.batchuploader.core.id.BlobId;
import org.jspecify.annotations.Nullable;

/** Texts as columns hold them. */
final class Texts {
    private Texts() {}

    /** SHA-256 in hexadecimal of texts that together are a key. */
    static String hash(String... texts) {
        return HexFormat.of().formatHex(digest(texts));
    }

    /** The number of an order key. Should two keys ever share one, their tasks run one after the other. */
    static long lane(String orderKey) {
        return ByteBuffer.wrap(digest(orderKey)).getLong();
    }

    private static byte[] digest(String... texts) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            for (String text : texts) {
                byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
                digest.update((bytes.length + ":").getBytes(StandardCharsets.US_ASCII));
                digest.update(bytes);
            }
            return digest.digest();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("this Java has no SHA-256", e);
        }
    }

    /** Free text without the NUL character, which PostgreSQL refuses. */
    static String storable(String text) {
        return text.replace('\0', '\uFFFD');
    }

    static @Nullable String storableOrNull(@Nullable String text) {
        return text == null ? null : storable(text);
    }

    static @Nullable String value(@Nullable Object id) {
        return id == null ? null : id.toString();
    }

    static @Nullable BlobId blob(@Nullable String value) {
        return value == null ? null : new BlobId(value);
    }
}
