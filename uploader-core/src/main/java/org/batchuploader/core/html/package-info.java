/**
 * Pages as text that is safe by how it is made: {@link org.batchuploader.core.html.Html} lets text of anybody in only escaped. The
 * stand-in's layer pages and the service's own pages are written with it. Nothing comes in but words, and markup of ours.
 */
@NullMarked
package org.batchuploader.core.html;

import org.jspecify.annotations.NullMarked;
