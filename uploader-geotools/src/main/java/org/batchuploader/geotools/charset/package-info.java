/**
 * Which character set text is in: {@link org.batchuploader.geotools.charset.CharsetDeclaration} is what is said about it,
 * {@link org.batchuploader.geotools.charset.TextEvidence} what its bytes show, {@link org.batchuploader.geotools.charset.CharsetVerdict}
 * what follows from both. Knows bytes and languages, no file format but the sidecars that declare a character set.
 */
@NullMarked
package org.batchuploader.geotools.charset;

import org.jspecify.annotations.NullMarked;
