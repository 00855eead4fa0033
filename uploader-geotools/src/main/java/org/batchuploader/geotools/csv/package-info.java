/**
 * Tables as text, with columns for coordinates or well-known text: {@link org.batchuploader.geotools.csv.CsvFormat}. No two
 * programs write them alike, so delimiter, decimal sign, charset and columns are found out from the file itself. Our own
 * reader of RFC 4180, since the libraries do not bound the length of a cell.
 */
@NullMarked
package org.batchuploader.geotools.csv;

import org.jspecify.annotations.NullMarked;
