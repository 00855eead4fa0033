package org.batchuploader.geonetwork.iso;

import java.io.ByteArrayOutputStream;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.jspecify.annotations.Nullable;

/**
 * The patterns that ISO 19139 is made of: a property element around an object element, a text, a code, a value. Writes
 * into memory; a character that XML does not know becomes U+FFFD.
 */
final class GmdElements {
    private static final String GMD = "http://www.isotc211.org/2005/gmd";
    private static final String GCO = "http://www.isotc211.org/2005/gco";
    private static final String CODES = "http://www.isotc211.org/2005/resources/Codelist/gmxCodelists.xml#";

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream(8192);
    private final XMLStreamWriter xml;
    private int depth;

    GmdElements() {
        try {
            xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(bytes, "UTF-8");
        } catch (XMLStreamException e) {
            throw new IllegalStateException(e);
        }
    }

    byte[] document(String object, Runnable content) {
        run(() -> {
            xml.writeStartDocument("UTF-8", "1.0");
            xml.writeCharacters("\n");
            xml.writeStartElement("gmd", object, GMD);
            xml.writeNamespace("gmd", GMD);
            xml.writeNamespace("gco", GCO);
        });
        depth = 1;
        content.run();
        depth = 0;
        run(() -> {
            indent();
            xml.writeEndElement();
            xml.writeCharacters("\n");
            xml.writeEndDocument();
            xml.close();
        });
        return bytes.toByteArray();
    }

    /** A property that holds an object. */
    void property(String property, String object, Runnable content) {
        start(property);
        start(object);
        content.run();
        end();
        end();
    }

    /** A text, left away when there is none. */
    void text(String property, @Nullable String text) {
        if (text != null && !text.isBlank()) {
            value(property, "CharacterString", text.strip());
        }
    }

    /** A text that the schema demands; said to be missing when there is none. */
    void demandedText(String property, @Nullable String text) {
        if (text == null || text.isBlank()) {
            nil(property, "missing");
        } else {
            text(property, text);
        }
    }

    /** A property without a value, and why: {@code missing}, {@code unknown}. */
    void nil(String property, String reason) {
        run(() -> {
            indent();
            xml.writeEmptyElement("gmd", property, GMD);
            xml.writeAttribute("gco", GCO, "nilReason", reason);
        });
    }

    /** A value of a simple type: {@code Decimal}, {@code DateTime}, ... */
    void value(String property, String type, String value) {
        start(property);
        run(() -> {
            indent();
            xml.writeStartElement("gco", type, GCO);
            xml.writeCharacters(legal(value));
            xml.writeEndElement();
        });
        end();
    }

    /** A length in metres. */
    void metres(String property, String value) {
        start(property);
        run(() -> {
            indent();
            xml.writeStartElement("gco", "Distance", GCO);
            xml.writeAttribute("uom", "m");
            xml.writeCharacters(value);
            xml.writeEndElement();
        });
        end();
    }

    /** A value of a code list. */
    void code(String property, String list, String value) {
        start(property);
        run(() -> {
            indent();
            xml.writeStartElement("gmd", list, GMD);
            xml.writeAttribute("codeList", CODES + list);
            xml.writeAttribute("codeListValue", legal(value));
            xml.writeCharacters(legal(value));
            xml.writeEndElement();
        });
        end();
    }

    /** A text in an element of gmd itself: an enumerated value, an address. */
    void plain(String property, String object, String text) {
        start(property);
        run(() -> {
            indent();
            xml.writeStartElement("gmd", object, GMD);
            xml.writeCharacters(legal(text));
            xml.writeEndElement();
        });
        end();
    }

    private void start(String name) {
        run(() -> {
            indent();
            xml.writeStartElement("gmd", name, GMD);
        });
        depth++;
    }

    private void end() {
        depth--;
        run(() -> {
            indent();
            xml.writeEndElement();
        });
    }

    private void indent() throws XMLStreamException {
        xml.writeCharacters("\n" + "  ".repeat(depth));
    }

    private static String legal(String text) {
        StringBuilder legal = new StringBuilder(text.length());
        text.codePoints().forEach(c -> legal.appendCodePoint(isLegal(c) ? c : 0xFFFD));
        return legal.toString();
    }

    /** The production {@code Char} of XML 1.0. */
    private static boolean isLegal(int c) {
        return c == '\t'
                || c == '\n'
                || c == '\r'
                || (c >= 0x20 && c <= 0xD7FF)
                || (c >= 0xE000 && c <= 0xFFFD)
                || c >= 0x10000;
    }

    @FunctionalInterface
    private interface Writing {
        void run() throws XMLStreamException;
    }

    private static void run(Writing writing) {
        try {
            writing.run();
        } catch (XMLStreamException e) {
            throw new IllegalStateException("memory cannot be written", e);
        }
    }
}
