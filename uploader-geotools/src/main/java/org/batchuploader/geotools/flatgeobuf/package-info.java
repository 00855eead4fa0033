/**
 * FlatGeobuf version 3, its spatial index passed over: {@link org.batchuploader.geotools.flatgeobuf.FlatGeobufFormat}. The
 * few tables it has are read from the bytes themselves, each offset checked, rather than by generated code, which trusts them.
 */
@NullMarked
package org.batchuploader.geotools.flatgeobuf;

import org.jspecify.annotations.NullMarked;
