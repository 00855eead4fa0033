/**
 * Acceptance of the records and of CSW-T on a running pycsw: {@link org.batchuploader.benchmarks.csw.CswRun}. The catalogue
 * and the schemas come from PyPI. Nothing else uses this room.
 */
@NullMarked
package org.batchuploader.benchmarks.csw;

import org.jspecify.annotations.NullMarked;
