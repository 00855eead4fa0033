/**
 * A client of GeoNode 4.4 and 5 that needs nothing of core. Start with {@link org.batchuploader.geonode.client.GeoNodeClient}, which is
 * made by its builder; what GeoNode says no to is a {@link org.batchuploader.remote.RemoteException}. Secrets come from the caller and go
 * into one header only.
 */
@NullMarked
package org.batchuploader.geonode.client;

import org.jspecify.annotations.NullMarked;
