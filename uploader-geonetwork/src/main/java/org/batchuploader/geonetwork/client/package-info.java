/**
 * GeoNetwork and catalogues that speak CSW, as a Java program calls them. Start with
 * {@link org.batchuploader.geonetwork.client.GeoNetworkClient} (its REST) and
 * {@link org.batchuploader.geonetwork.client.CswClient} (CSW-T 2.0.2). Knows nothing of the uploader: records come in as
 * bytes, troubles go out as {@link org.batchuploader.remote.RemoteException}.
 */
@NullMarked
package org.batchuploader.geonetwork.client;

import org.jspecify.annotations.NullMarked;
