package org.batchuploader.geonetwork.iso;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.xpath.XPath;
import javax.xml.xpath.XPathConstants;
import javax.xml.xpath.XPathExpressionException;
import org.w3c.dom.Document;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/**
 * Looks at a record as GeoNetwork's validation of ISO 19139 does, beyond what the schema says: the conditions of ISO
 * 19115:2003 that its schematron lists. A catalogue takes records without looking; this looks before they are sent.
 *
 * <pre>{@code
 * List<IsoRules.Breach> breaches = IsoRules.check(xml);
 * }</pre>
 */
public final class IsoRules {
    /**
     * A condition that is not kept.
     *
     * @param rule its name, {@code topic-category}
     * @param sentence what is missing
     */
    public record Breach(String rule, String sentence) {}

    private IsoRules() {}

    /**
     * @param xml any document; one that is no XML or has a document type breaks the rule {@code well-formed}
     * @return in the order of the rules, none when all is well
     */
    public static List<Breach> check(byte[] xml) {
        Document document;
        try {
            document = SecureXml.parse(new ByteArrayInputStream(xml));
        } catch (SAXException | IOException e) {
            return List.of(new Breach("well-formed", "It is no XML that can be read: " + e.getMessage()));
        } catch (ParserConfigurationException e) {
            throw new IllegalStateException(e);
        }
        XPath xpath = SecureXml.xpath();
        var breaches = new ArrayList<Breach>();
        for (IsoRule rule : IsoRule.values()) {
            try {
                NodeList contexts = (NodeList) xpath.evaluate(rule.context(), document, XPathConstants.NODESET);
                if (contexts.getLength() == 0 && rule == IsoRule.RECORD) {
                    return List.of(rule.breach());
                }
                for (int i = 0; i < contexts.getLength(); i++) {
                    if (!holds(xpath, rule, contexts.item(i))) {
                        breaches.add(rule.breach());
                        break;
                    }
                }
            } catch (XPathExpressionException e) {
                throw new IllegalStateException("the rule " + rule.id() + " is wrong", e);
            }
        }
        return List.copyOf(breaches);
    }

    private static boolean holds(XPath xpath, IsoRule rule, Node context) throws XPathExpressionException {
        return (Boolean) xpath.evaluate(rule.test(), context, XPathConstants.BOOLEAN);
    }
}
