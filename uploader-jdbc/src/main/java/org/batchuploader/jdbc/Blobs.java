package org.batchuploader.jdbc;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.batchuploader.core.id.BlobId;
import org.jdbi.v3.core.Handle;

/** Which blobs a table refers to. */
final class Blobs {
    private static final int AT_ONCE = 500;

    private Blobs() {}

    /** @param select one column of blobs, with {@code IN (<blobs>)} wherever it chooses */
    static Set<BlobId> referenced(Handle handle, String select, Set<BlobId> blobs) {
        List<BlobId> asked = new ArrayList<>(blobs);
        Set<BlobId> found = new HashSet<>();
        for (int from = 0; from < asked.size(); from += AT_ONCE) {
            List<BlobId> some = asked.subList(from, Math.min(asked.size(), from + AT_ONCE));
            found.addAll(handle.createQuery(select)
                    .bindList("blobs", some.stream().map(BlobId::value).toList())
                    .mapTo(String.class)
                    .map(BlobId::new)
                    .list());
        }
        return found;
    }
}
