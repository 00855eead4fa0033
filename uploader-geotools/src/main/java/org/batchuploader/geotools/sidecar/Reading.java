package org.batchuploader.geotools.sidecar;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.Optional;
import org.batchuploader.core.inspect.Description;
import org.batchuploader.geotools.DamagedFile;
import org.batchuploader.geotools.xml.XmlStream;

/**
 * One walk through a sidecar. Each dialect says what the texts at the end of a path of elements are; the dialect is known
 * by the root, and ArcGIS's files hold elements of both its own and FGDC's.
 */
final class Reading {
    private static final String ISO = "http://www.isotc211.org/2005/";

    /** What a dialect makes of a text. */
    interface Dialect {
        /** @param path local names from the root down to the element of the text, joined by slashes */
        void text(String path, String text, Gathered gathered);

        /** @param element the element of the text as it begins, for codes in attributes */
        default void begin(String path, XmlStream element, Gathered gathered) {}
    }

    private final XmlStream xml;
    private final Gathered gathered = new Gathered();
    private final Deque<String> names = new ArrayDeque<>();

    private Reading(XmlStream xml) {
        this.xml = xml;
    }

    /** Empty when it is no metadata of a form that is known, or says nothing. */
    static Optional<Description> of(XmlStream xml) throws IOException, DamagedFile {
        if (!xml.next()) {
            return Optional.empty();
        }
        Dialect dialect;
        if (xml.isOf(ISO) && (xml.name().equals("MD_Metadata") || xml.name().equals("MI_Metadata"))) {
            dialect = new IsoDialect();
        } else if (xml.name().equals("metadata")) {
            dialect = new EsriDialect();
        } else {
            return Optional.empty();
        }
        var reading = new Reading(xml);
        reading.walk(dialect);
        return reading.gathered.isEmpty() ? Optional.empty() : Optional.of(reading.gathered.description());
    }

    private void walk(Dialect dialect) throws IOException, DamagedFile {
        while (xml.next()) {
            if (!xml.isStart()) {
                names.pollLast();
                continue;
            }
            names.addLast(xml.name());
            dialect.begin(path(), xml, gathered);
            leaf(dialect);
        }
    }

    /** Reads the element that starts here, and on while the first thing in it is an element again. */
    private void leaf(Dialect dialect) throws IOException, DamagedFile {
        XmlStream.Content content = xml.content();
        while (content.hasElement()) {
            names.addLast(xml.name());
            dialect.begin(path(), xml, gathered);
            content = xml.content();
        }
        dialect.text(path(), content.text(), gathered);
        names.pollLast();
    }

    private String path() {
        StringBuilder path = new StringBuilder();
        for (Iterator<String> name = names.iterator(); name.hasNext(); ) {
            path.append('/').append(name.next());
        }
        return path.toString();
    }
}
