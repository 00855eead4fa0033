/**
 * Geospatial files made by code, good ones and damaged ones. Nothing here reads them back with a library, so that readers are tested
 * against bytes laid out by the formats' own documents. Start at {@link org.batchuploader.testkit.sample.SampleShapefile}.
 */
@NullMarked
package org.batchuploader.testkit.sample;

import org.jspecify.annotations.NullMarked;
