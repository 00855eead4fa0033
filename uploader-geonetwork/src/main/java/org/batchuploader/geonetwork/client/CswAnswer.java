package org.batchuploader.geonetwork.client;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import javax.xml.parsers.ParserConfigurationException;
import org.batchuploader.geonetwork.iso.SecureXml;
import org.batchuploader.remote.Answer;
import org.batchuploader.remote.RemoteException;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/**
 * An answer of a catalogue, told by its root element: status 200 is what exceptions come with too. A catalogue's sentence
 * ends where it begins to print its SQL.
 */
final class CswAnswer {
    private static final String CSW = "http://www.opengis.net/cat/csw/2.0.2";

    /** Words in an exception that will pass. */
    private static final List<String> PASSING =
            List.of("database is locked", "timeout", "timed out", "connection", "deadlock", "operationalerror");

    private static final List<String> TAKEN = List.of("unique constraint", "duplicate", "already exist");

    private final Element root;

    private CswAnswer(Element root) {
        this.root = root;
    }

    /** @param expected local name of the root that an answer to this request has */
    static CswAnswer of(Answer answer, String expected) {
        if (answer.truncated()) {
            throw new RemoteException.Refused(
                    CswClient.SYSTEM, "the catalogue's answer is longer than " + answer.body().length + " bytes");
        }
        Element root = parse(answer).getDocumentElement();
        String name = root.getLocalName();
        if (name.equals("ExceptionReport")) {
            throw exception(first(root, "ExceptionText", "Exception"));
        }
        if (name.equals("info")) {
            throw new RemoteException.Refused(CswClient.SYSTEM, sentence(root.getTextContent()));
        }
        if (!name.equals(expected)) {
            throw noCatalogue("it begins with <" + name + ">");
        }
        return new CswAnswer(root);
    }

    private static Document parse(Answer answer) {
        try {
            return SecureXml.parse(new ByteArrayInputStream(answer.body()));
        } catch (SAXException | IOException e) {
            throw noCatalogue("it is no XML");
        } catch (ParserConfigurationException e) {
            throw new IllegalStateException(e);
        }
    }

    private static RemoteException noCatalogue(String why) {
        return new RemoteException.Refused(CswClient.SYSTEM, "what answers is not a CSW 2.0.2: " + why);
    }

    private static RemoteException exception(String text) {
        String said = sentence(text);
        String lower = said.toLowerCase(Locale.ROOT);
        String message = said.isEmpty() ? "the catalogue refuses and does not say why" : said;
        if (TAKEN.stream().anyMatch(lower::contains)) {
            return new RemoteException.Conflict(CswClient.SYSTEM, message);
        }
        return PASSING.stream().anyMatch(lower::contains)
                ? new RemoteException.Unavailable(CswClient.SYSTEM, message)
                : new RemoteException.Refused(CswClient.SYSTEM, message);
    }

    private static String sentence(String text) {
        int sql = text.indexOf("[SQL");
        return GeoNetworkRefusals.shortened(sql >= 0 ? text.substring(0, sql) : text);
    }

    Element root() {
        return root;
    }

    CswCounts counts() {
        return new CswCounts(count("totalInserted"), count("totalUpdated"), count("totalDeleted"));
    }

    private int count(String name) {
        NodeList found = root.getElementsByTagNameNS(CSW, name);
        try {
            return found.getLength() == 0
                    ? 0
                    : Integer.parseInt(found.item(0).getTextContent().strip());
        } catch (NumberFormatException e) {
            throw noCatalogue(name + " is no number");
        }
    }

    /** The text of the first element of any of these local names; empty when there is none. */
    private static String first(Element within, String... names) {
        for (String name : names) {
            NodeList found = within.getElementsByTagNameNS("*", name);
            if (found.getLength() > 0) {
                return found.item(0).getTextContent();
            }
        }
        return "";
    }

    String text(String name) {
        return sentence(first(root, name));
    }
}
