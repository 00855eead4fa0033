/**
 * From a delivery to datasets: which files belong together, and how archives are opened without trusting them.
 */
@NullMarked
package org.batchuploader.geotools.archive;

import org.jspecify.annotations.NullMarked;
