package org.batchuploader.testkit.fake;

import java.util.Map;
import java.util.Optional;
import org.batchuploader.core.inspect.Envelope;
import org.batchuploader.core.inspect.VectorDescription;
import org.batchuploader.core.publish.Publication;

/** The database behind a fake GeoServer's store of type PostGIS. */
@FunctionalInterface
public interface FakeTables {
    /**
     * A table.
     *
     * @param count rows
     * @param extent in the CRS of the geometries
     * @param geometry {@code point}, {@code line} or {@code polygon}
     */
    record Table(long count, Envelope extent, String geometry) {
        /** What loading a sample of points makes. */
        public static Table of(Publication publication) {
            VectorDescription vector = publication.inspection().vector();
            Envelope extent = publication.inspection().extent();
            if (vector == null || extent == null) {
                throw new IllegalArgumentException("no vector data: " + publication.name());
            }
            return new Table(vector.count(), extent, "point");
        }
    }

    /**
     * Empty when there is no such table, or no such database.
     *
     * @param connection the store's parameters: {@code host}, {@code port}, {@code database}, {@code schema}, {@code user}, {@code passwd}
     */
    Optional<Table> find(Map<String, String> connection, String table);
}
