package org.batchuploader.geonode.portal;

import java.util.Optional;
import org.batchuploader.core.publish.Placement;

/**
 * What is kept of a registration: a place and an owner with a space between, which neither has.
 *
 * @param place as its {@link Way} writes it
 * @param owner the name in our service
 */
record Reference(String place, String owner) {
    /** @throws IllegalArgumentException when the reference was not made here */
    static Reference parse(Placement placement) {
        return read(placement)
                .orElseThrow(() ->
                        new IllegalArgumentException("not a reference to a dataset in GeoNode: " + placement.ref()));
    }

    /** Empty when it was not made here. */
    static Optional<Reference> read(Placement placement) {
        String[] parts = placement.ref().split(" ", 2);
        return parts.length == 2 && !parts[0].isEmpty() && !parts[1].isEmpty()
                ? Optional.of(new Reference(parts[0], parts[1]))
                : Optional.empty();
    }

    @Override
    public String toString() {
        return place + " " + owner;
    }
}
