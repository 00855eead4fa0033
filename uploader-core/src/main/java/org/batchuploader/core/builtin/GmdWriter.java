package org.batchuploader.core.builtin;

import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** Writes the few shapes that ISO 19139 documents are made of. */
final class GmdWriter {
    private static final String GMD = "http://www.isotc211.org/2005/gmd";
    private static final String GCO = "http://www.isotc211.org/2005/gco";
    private static final String CODE_LISTS = "http://www.isotc211.org/2005/resources/Codelist/gmxCodelists.xml#";

    private final XMLStreamWriter xml;

    /** The content of an element. */
    @FunctionalInterface
    interface Body {
        void write() throws XMLStreamException;
    }

    GmdWriter(XMLStreamWriter xml) {
        this.xml = xml;
    }

    void document(String root, Body body) throws XMLStreamException {
        xml.writeStartDocument("UTF-8", "1.0");
        xml.writeStartElement("gmd", root, GMD);
        xml.writeNamespace("gmd", GMD);
        xml.writeNamespace("gco", GCO);
        body.write();
        xml.writeEndElement();
        xml.writeEndDocument();
        xml.flush();
    }

    void element(String name, Body body) throws XMLStreamException {
        xml.writeStartElement("gmd", name, GMD);
        body.write();
        xml.writeEndElement();
    }

    /** A property and the object in it. */
    void property(String name, String type, Body body) throws XMLStreamException {
        element(name, () -> element(type, body));
    }

    void text(String name, String value) throws XMLStreamException {
        value(name, "CharacterString", value);
    }

    /** @param type of the {@code gco} namespace */
    void value(String name, String type, String value) throws XMLStreamException {
        element(name, () -> {
            xml.writeStartElement("gco", type, GCO);
            xml.writeCharacters(legal(value));
            xml.writeEndElement();
        });
    }

    void url(String name, String value) throws XMLStreamException {
        property(name, "URL", () -> xml.writeCharacters(legal(value)));
    }

    void code(String name, String codeList, String value) throws XMLStreamException {
        element(name, () -> {
            xml.writeStartElement("gmd", codeList, GMD);
            xml.writeAttribute("codeList", CODE_LISTS + codeList);
            xml.writeAttribute("codeListValue", value);
            xml.writeCharacters(value);
            xml.writeEndElement();
        });
    }

    void unknown(String name) throws XMLStreamException {
        xml.writeEmptyElement("gmd", name, GMD);
        xml.writeAttribute("gco", GCO, "nilReason", "unknown");
    }

    /** Without the characters that XML 1.0 cannot hold. */
    private static String legal(String text) {
        return text.codePoints()
                .filter(c -> c == '\t'
                        || c == '\n'
                        || c == '\r'
                        || (c >= 0x20 && c <= 0xD7FF)
                        || (c >= 0xE000 && c <= 0xFFFD)
                        || c >= 0x10000)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }
}
