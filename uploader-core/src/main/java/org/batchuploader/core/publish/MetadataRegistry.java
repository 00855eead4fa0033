package org.batchuploader.core.publish;

/**
 * Puts and removes a layer's metadata record, as GeoNetwork does. Thread-safe; calls for one layer come one at a time. Throws
 * {@link org.batchuploader.core.remote.RemoteUnavailable} when trying again may help and
 * {@link org.batchuploader.core.remote.RemoteRefused} when it will not; anything else is a programming error.
 */
public interface MetadataRegistry {
    /**
     * Where that publication will be put, found out without any call: the reference is kept before the first remote
     * effect, so that even an interrupted one can be removed.
     */
    Placement plan(Publication publication);

    /**
     * Brings the layer to the state the publication describes, whatever it was before: the first time, again after an
     * interruption, or in place of older data. Returns only when the effect was seen, not merely promised.
     * The placement has the planned reference, or a better one.
     */
    Placement put(Publication publication);

    /** Removes what this adapter made under that reference, and nothing else. Fine if it is gone already. */
    void remove(Placement placement);
}
