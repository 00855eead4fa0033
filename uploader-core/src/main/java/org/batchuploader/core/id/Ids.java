package org.batchuploader.core.id;

import java.security.SecureRandom;
import java.util.random.RandomGenerator;

/**
 * The one generator of identifiers: 20 characters of Crockford's base 32 in lower case, 100 random bits.
 */
public final class Ids {
    private static final String ALPHABET = "0123456789abcdefghjkmnpqrstvwxyz";
    private static final int LENGTH = 20;

    private final RandomGenerator random;

    public Ids() {
        this(new SecureRandom());
    }

    /** For tests that want the same identifiers again. */
    public Ids(RandomGenerator random) {
        this.random = random;
    }

    public UploadId upload() {
        return new UploadId(next());
    }

    public DatasetId dataset() {
        return new DatasetId(next());
    }

    public LayerId layer() {
        return new LayerId(next());
    }

    public NoticeId notice() {
        return new NoticeId(next());
    }

    public TaskId task() {
        return new TaskId(next());
    }

    public BlobId blob() {
        return new BlobId(next());
    }

    private String next() {
        var id = new StringBuilder(LENGTH);
        for (int i = 0; i < LENGTH; i++) {
            id.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
        }
        return id.toString();
    }

    /** Whether the text has the shape of an identifier; what comes from outside is asked before it is wrapped. */
    public static boolean isValid(String value) {
        return value.length() == LENGTH && value.chars().allMatch(c -> ALPHABET.indexOf(c) >= 0);
    }

    static void requireValid(String value) {
        if (!isValid(value)) {
            throw new IllegalArgumentException("not an identifier: " + value.length() + " characters");
        }
    }
}
