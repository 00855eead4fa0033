package org.batchuploader.geonetwork.registry;

import java.util.Optional;
import java.util.function.BiConsumer;
import org.batchuploader.core.publish.Publication;

/** What {@link Registration} needs of a catalogue, whichever way it is spoken to. */
interface RecordStore {
    /** Its name, as an administrator knows it. */
    String system();

    /** Where the picture of that record is going to be; empty when the catalogue keeps none. */
    Optional<String> picture(Publication publication);

    Optional<byte[]> find(String uuid);

    /** Inserts or replaces, and does what belongs to it. */
    void put(Publication publication, byte[] record);

    void delete(String uuid);

    /**
     * All records of resources whose identifier begins so.
     *
     * @param each is given the record's identifier and the resource's
     */
    void ofResources(String prefix, BiConsumer<String, String> each);
}
