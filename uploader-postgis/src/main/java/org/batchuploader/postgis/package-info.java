/**
 * Loads vector data into tables of PostGIS: begin with {@link org.batchuploader.postgis.PostgisLoader}. A load is one
 * transaction from the new table to the swap, so that a table is there whole or not at all and nothing is left behind by a
 * crash. Features come from a {@link org.batchuploader.core.feature.FeatureReader}; who publishes the table is not its
 * business.
 */
@NullMarked
package org.batchuploader.postgis;

import org.jspecify.annotations.NullMarked;
