/**
 * The metadata registry of the uploader, on GeoNetwork's REST
 * ({@link org.batchuploader.geonetwork.registry.GeoNetworkRegistry}) or on any catalogue that speaks CSW-T
 * ({@link org.batchuploader.geonetwork.registry.CswRegistry}). What a record says is put together in
 * {@link org.batchuploader.geonetwork.registry.RecordOfPublication} from the inspection, the owner's own description and
 * {@link org.batchuploader.geonetwork.registry.RecordDefaults}.
 */
@NullMarked
package org.batchuploader.geonetwork.registry;

import org.jspecify.annotations.NullMarked;
