/**
 * What is seen of a file while its bytes arrive: {@link org.batchuploader.geotools.arrival.Arrivals} is the way in. It
 * refuses only what is surely hopeless, so that it never fills the disk; all else is for the inspection to judge. Nothing
 * here holds more than a few kilobytes of a file.
 */
@NullMarked
package org.batchuploader.geotools.arrival;

import org.jspecify.annotations.NullMarked;
