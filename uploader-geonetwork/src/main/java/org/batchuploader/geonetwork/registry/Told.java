package org.batchuploader.geonetwork.registry;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.xpath.XPath;
import javax.xml.xpath.XPathExpressionException;
import org.batchuploader.geonetwork.iso.SecureXml;
import org.w3c.dom.Document;
import org.xml.sax.SAXException;

/**
 * By what a stored record is seen to be the one that was sent and not the one before: its words for people. Other parts
 * catalogues change for themselves.
 *
 * @param what it is called
 * @param path of it
 */
record Told(String what, String path) {
    private static final String RESOURCE = "/gmd:MD_Metadata/gmd:identificationInfo/*/";

    private static final List<Told> ALL = List.of(
            new Told("title", RESOURCE + "gmd:citation/*/gmd:title/gco:CharacterString"),
            new Told("abstract", RESOURCE + "gmd:abstract/gco:CharacterString"),
            new Told("picture", RESOURCE + "gmd:graphicOverview/*/gmd:fileName/gco:CharacterString"),
            new Told(
                    "lineage",
                    "/gmd:MD_Metadata/gmd:dataQualityInfo/*/gmd:lineage/*/gmd:statement/gco:CharacterString"));

    /** The title in a record; empty when it has none or cannot be read. */
    static Optional<String> title(byte[] record) {
        try {
            return Optional.of(ALL.get(0).in(SecureXml.parse(new ByteArrayInputStream(record))));
        } catch (SAXException | IOException e) {
            return Optional.empty();
        } catch (ParserConfigurationException | XPathExpressionException e) {
            throw new IllegalStateException(e);
        }
    }

    /** How they differ, for a sentence; empty when they do not. */
    static Optional<String> otherwise(byte[] sent, byte[] stored) {
        try {
            Document ours = SecureXml.parse(new ByteArrayInputStream(sent));
            Document theirs = SecureXml.parse(new ByteArrayInputStream(stored));
            for (Told told : ALL) {
                if (!told.in(ours).equals(told.in(theirs))) {
                    return Optional.of("shows another " + told.what);
                }
            }
            return Optional.empty();
        } catch (SAXException | IOException e) {
            return Optional.of("gives what cannot be read: " + e.getMessage());
        } catch (ParserConfigurationException | XPathExpressionException e) {
            throw new IllegalStateException(e);
        }
    }

    private String in(Document record) throws XPathExpressionException {
        XPath xpath = SecureXml.xpath();
        return xpath.evaluate("normalize-space(" + path + ")", record);
    }
}
