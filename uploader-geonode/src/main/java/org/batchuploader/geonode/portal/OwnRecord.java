package org.batchuploader.geonode.portal;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.transform.Transformer;
import javax.xml.transform.TransformerException;
import javax.xml.transform.TransformerFactory;
import javax.xml.transform.dom.DOMSource;
import javax.xml.transform.stream.StreamResult;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.helpers.DefaultHandler;

/**
 * A metadata record that the owner delivered, as GeoNode may have it: ISO 19139, of which GeoNode reads {@code gmd:MD_Metadata}
 * alone, and without the identifier, by which it would be taken for the record of another dataset. Document types and
 * entities are refused; nothing is ever fetched.
 */
final class OwnRecord {
    private static final String GMD = "http://www.isotc211.org/2005/gmd";
    private static final int LARGEST = 1024 * 1024;

    private OwnRecord() {}

    /** Empty for everything else. */
    static Optional<String> read(Path file) throws IOException {
        byte[] bytes;
        try (InputStream in = Files.newInputStream(file)) {
            bytes = in.readNBytes(LARGEST + 1);
        }
        if (bytes.length > LARGEST) {
            return Optional.empty();
        }
        try {
            Document document = builder().parse(new ByteArrayInputStream(bytes));
            Element root = document.getDocumentElement();
            if (!GMD.equals(root.getNamespaceURI()) || !root.getLocalName().equals("MD_Metadata")) {
                return Optional.empty();
            }
            removeIdentifier(root);
            return Optional.of(text(document));
        } catch (SAXException | TransformerException notFit) {
            return Optional.empty();
        } catch (ParserConfigurationException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void removeIdentifier(Element root) {
        Node next;
        for (Node child = root.getFirstChild(); child != null; child = next) {
            next = child.getNextSibling();
            if (GMD.equals(child.getNamespaceURI()) && child.getLocalName().equals("fileIdentifier")) {
                root.removeChild(child);
            }
        }
    }

    private static DocumentBuilder builder() throws ParserConfigurationException {
        DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultNSInstance();
        factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
        factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
        factory.setAttribute(XMLConstants.ACCESS_EXTERNAL_DTD, "");
        factory.setAttribute(XMLConstants.ACCESS_EXTERNAL_SCHEMA, "");
        factory.setXIncludeAware(false);
        DocumentBuilder builder = factory.newDocumentBuilder();
        builder.setErrorHandler(new DefaultHandler());
        builder.setEntityResolver((publicId, systemId) -> new InputSource(new StringReader("")));
        return builder;
    }

    private static String text(Document document) throws TransformerException {
        TransformerFactory factory = TransformerFactory.newDefaultInstance();
        factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
        factory.setAttribute(XMLConstants.ACCESS_EXTERNAL_DTD, "");
        factory.setAttribute(XMLConstants.ACCESS_EXTERNAL_STYLESHEET, "");
        Transformer transformer = factory.newTransformer();
        var out = new StringWriter();
        transformer.transform(new DOMSource(document), new StreamResult(out));
        return out.toString();
    }
}
