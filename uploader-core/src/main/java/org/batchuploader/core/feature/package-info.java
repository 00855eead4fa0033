/**
 * Vector data as a stream of features, for systems that keep features and not files: begin with
 * {@link org.batchuploader.core.feature.FeatureReader}. Nothing is an object per feature: geometries and texts are bytes in
 * buffers that are used again, numbers are numbers. What a database or a file of another format makes of it is not its
 * business.
 */
@NullMarked
package org.batchuploader.core.feature;

import org.jspecify.annotations.NullMarked;
