/**
 * XML as a stream of events: {@link org.batchuploader.geotools.xml.XmlStream}. No document type, no entity from outside, and
 * bounds on depth and on what a single event may take. Made for formats that are XML; knows none of them.
 */
@NullMarked
package org.batchuploader.geotools.xml;

import org.jspecify.annotations.NullMarked;
