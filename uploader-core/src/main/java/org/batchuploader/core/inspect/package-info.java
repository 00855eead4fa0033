/**
 * What we learn of a dataset without changing it: inspections, problems with stable codes, CRS candidates, and the port that finds them out.
 */
@NullMarked
package org.batchuploader.core.inspect;

import org.jspecify.annotations.NullMarked;
