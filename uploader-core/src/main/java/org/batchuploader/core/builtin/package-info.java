/**
 * Stand-ins for GeoServer, GeoNode and GeoNetwork: one folder of plain files per layer. Real adapters of the ports, under the same contract.
 */
@NullMarked
package org.batchuploader.core.builtin;

import org.jspecify.annotations.NullMarked;
