package org.batchuploader.geotools.raster;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.Optional;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.batchuploader.core.inspect.SourceFile;
import org.jspecify.annotations.Nullable;

/**
 * What GDAL's auxiliary metadata ({@code .aux.xml}, a {@code PAMDataset}) says of where an image lies. GDAL believes it more
 * than the image, and so do we.
 *
 * @param srs a CRS as text, empty when it has none
 * @param readable whether it is such a file at all
 */
record Pam(String srs, @Nullable Georeference georeference, boolean readable) {
    static final Pam NONE = new Pam("", null, true);
    private static final Pam UNREADABLE = new Pam("", null, false);
    private static final long LARGEST = 16 << 20;
    private static final XMLInputFactory XML = xml();

    static Pam read(Optional<SourceFile> file) throws IOException {
        if (file.isEmpty()) {
            return NONE;
        }
        if (Files.size(file.get().path()) > LARGEST) {
            return UNREADABLE;
        }
        try (InputStream in = Files.newInputStream(file.get().path())) {
            XMLStreamReader reader = XML.createXMLStreamReader(in);
            try {
                return read(reader);
            } finally {
                reader.close();
            }
        } catch (XMLStreamException | IllegalArgumentException e) {
            return UNREADABLE;
        }
    }

    private static XMLInputFactory xml() {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        return factory;
    }

    /** Only children of the root are of the image; those of bands are deeper. */
    private static Pam read(XMLStreamReader xml) throws XMLStreamException {
        String srs = "";
        Georeference georeference = null;
        int depth = 0;
        while (xml.hasNext()) {
            int event = xml.next();
            if (event == XMLStreamConstants.DTD || event == XMLStreamConstants.ENTITY_REFERENCE) {
                return UNREADABLE;
            }
            if (event == XMLStreamConstants.START_ELEMENT) {
                depth++;
                if (depth == 2 && xml.getLocalName().equals("SRS")) {
                    srs = xml.getElementText().strip();
                    depth--;
                } else if (depth == 2 && xml.getLocalName().equals("GeoTransform")) {
                    georeference = transform(xml.getElementText());
                    depth--;
                }
            } else if (event == XMLStreamConstants.END_ELEMENT) {
                depth--;
            }
        }
        return new Pam(srs, georeference, true);
    }

    /** In GDAL's order: x of the upper left corner, then what a column and a row add to it; the same of y. */
    private static @Nullable Georeference transform(String text) {
        double[] n = Arrays.stream(text.strip().split("\\s*,\\s*"))
                .limit(6)
                .mapToDouble(Double::parseDouble)
                .toArray();
        return n.length < 6 ? null : new Georeference(n[1], n[2], n[0], n[4], n[5], n[3]);
    }
}
