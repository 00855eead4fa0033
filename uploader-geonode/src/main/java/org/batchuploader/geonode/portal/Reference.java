package org.batchuploader.geonode.portal;

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
        String[] parts = placement.ref().split(" ", 2);
        if (parts.length != 2 || parts[0].isEmpty() || parts[1].isEmpty()) {
            throw new IllegalArgumentException("not a reference to a dataset in GeoNode: " + placement.ref());
        }
        return new Reference(parts[0], parts[1]);
    }

    @Override
    public String toString() {
        return place + " " + owner;
    }
}
