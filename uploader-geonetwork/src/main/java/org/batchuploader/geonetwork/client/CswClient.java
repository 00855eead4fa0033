package org.batchuploader.geonetwork.client;

import java.io.ByteArrayOutputStream;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import javax.xml.XMLConstants;
import javax.xml.transform.OutputKeys;
import javax.xml.transform.Transformer;
import javax.xml.transform.TransformerException;
import javax.xml.transform.TransformerFactory;
import javax.xml.transform.dom.DOMSource;
import javax.xml.transform.stream.StreamResult;
import org.batchuploader.remote.Answer;
import org.batchuploader.remote.ClientCalls;
import org.batchuploader.remote.RemoteException;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;

/**
 * A catalogue that speaks CSW-T 2.0.2: pycsw, GeoNetwork, others. Records are of ISO 19139. Thread-safe. Every call has
 * time limits and reads a bounded answer; only those that read are repeated, within {@link CswClientBuilder#repeats}. What was done is told by the counts of the answer, never by
 * its status. Throws {@link RemoteException}; identifiers that are not plain throw {@link IllegalArgumentException}
 * before anything is sent.
 *
 * <pre>{@code
 * CswClient catalogue = CswClient.at(URI.create("https://example.org/csw")).build();
 * catalogue.put(xml);
 * Optional<byte[]> stored = catalogue.record("2f8a5c4e-0d0b-4a52-9f0e-0c7c1a9b1c11");
 * }</pre>
 */
public final class CswClient {
    /** As an administrator knows it. */
    public static final String SYSTEM = "CSW";

    /** Some catalogues give fewer at once. */
    private static final int PAGE = 20;

    private static final String CSW = "http://www.opengis.net/cat/csw/2.0.2";
    private static final String GMD = "http://www.isotc211.org/2005/gmd";
    private static final Pattern PROLOGUE = Pattern.compile("^\\uFEFF?\\s*<\\?xml[^>]*\\?>\\s*");

    private final ClientCalls calls;
    private final URI address;
    private final URI transactions;

    CswClient(ClientCalls calls, URI address, URI transactions) {
        this.calls = calls;
        this.address = address;
        this.transactions = transactions;
    }

    /** @param address of the service, without the parameters of a request */
    public static CswClientBuilder at(URI address) {
        return new CswClientBuilder(address);
    }

    /** GeoNetwork's CSW, which takes transactions at an address of their own. */
    public static CswClientBuilder ofGeoNetwork(URI base) {
        String services = base.toString().replaceAll("/+$", "") + "/srv/eng/";
        return at(URI.create(services + "csw")).transactions(URI.create(services + "csw-publication"));
    }

    public CswCapabilities capabilities() {
        CswAnswer answer = CswAnswer.of(get("request=GetCapabilities"), "Capabilities");
        NodeList operations = answer.root().getElementsByTagNameNS("*", "Operation");
        boolean offered = false;
        for (int i = 0; i < operations.getLength(); i++) {
            offered |= operations.item(i) instanceof Element e
                    && e.getAttribute("name").equals("Transaction");
        }
        return new CswCapabilities(answer.text("Title"), answer.root().getAttribute("version"), offered);
    }

    /**
     * Puts a record, in place of the one with its identifier or new: an update comes first, since an insert of what is
     * there may fail or make a second one.
     *
     * @param record as XML in UTF-8
     */
    public void put(byte[] record) {
        String text =
                PROLOGUE.matcher(new String(record, StandardCharsets.UTF_8)).replaceFirst("");
        if (transaction("<csw:Update>" + text + "</csw:Update>").updated() > 0) {
            return;
        }
        if (transaction("<csw:Insert>" + text + "</csw:Insert>").inserted() == 0) {
            throw new RemoteException.Refused(SYSTEM, "the catalogue says neither no nor that it stored the record");
        }
    }

    /** Deletes a record; false when there was none. */
    public boolean delete(String identifier) {
        String filter = "<csw:Delete><csw:Constraint version=\"1.1.0\"><ogc:Filter><ogc:PropertyIsEqualTo>"
                + "<ogc:PropertyName>apiso:Identifier</ogc:PropertyName><ogc:Literal>" + RecordId.require(identifier)
                + "</ogc:Literal></ogc:PropertyIsEqualTo></ogc:Filter></csw:Constraint></csw:Delete>";
        return transaction(filter).deleted() > 0;
    }

    /** The record as XML in UTF-8; empty when there is none. */
    public Optional<byte[]> record(String identifier) {
        Answer answer = get("request=GetRecordById&elementSetName=full&outputSchema="
                + URLEncoder.encode(GMD, StandardCharsets.UTF_8) + "&id="
                + URLEncoder.encode(RecordId.require(identifier), StandardCharsets.UTF_8));
        NodeList children = CswAnswer.of(answer, "GetRecordByIdResponse").root().getChildNodes();
        for (int i = 0; i < children.getLength(); i++) {
            if (children.item(i) instanceof Element record) {
                return Optional.of(serialised(record));
            }
        }
        return Optional.empty();
    }

    /**
     * All records with those words anywhere in them, a page at a time, as XML in UTF-8. What comes or goes meanwhile may be missed.
     *
     * @param words letters, digits and {@code - :}
     */
    public void with(String words, Consumer<byte[]> each) {
        if (!words.matches("[A-Za-z0-9:-]+")) {
            throw new IllegalArgumentException("not plain words: \"" + words + "\"");
        }
        int from = 1;
        while (from > 0) {
            Element results = results(words, from);
            NodeList children = results.getChildNodes();
            for (int i = 0; i < children.getLength(); i++) {
                if (children.item(i) instanceof Element record) {
                    each.accept(serialised(record));
                }
            }
            int next = number(results, "nextRecord");
            from = next > from && next <= number(results, "numberOfRecordsMatched") ? next : 0;
        }
    }

    private Element results(String words, int from) {
        String body = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<csw:GetRecords xmlns:csw=\"" + CSW
                + "\" xmlns:ogc=\"http://www.opengis.net/ogc\" xmlns:gmd=\"" + GMD
                + "\" service=\"CSW\" version=\"2.0.2\" resultType=\"results\" outputSchema=\"" + GMD
                + "\" startPosition=\"" + from + "\" maxRecords=\"" + PAGE
                + "\"><csw:Query typeNames=\"gmd:MD_Metadata\">"
                + "<csw:ElementSetName>full</csw:ElementSetName><csw:Constraint version=\"1.1.0\"><ogc:Filter>"
                + "<ogc:PropertyIsLike wildCard=\"%\" singleChar=\"_\" escapeChar=\"\\\"><ogc:PropertyName>csw:AnyText"
                + "</ogc:PropertyName><ogc:Literal>%" + words + "%</ogc:Literal></ogc:PropertyIsLike></ogc:Filter>"
                + "</csw:Constraint></csw:Query></csw:GetRecords>";
        HttpRequest.Builder request = request(address).header("Content-Type", "application/xml; charset=UTF-8");
        Answer answer = calls.read(() -> calls.send("POST", request, HttpRequest.BodyPublishers.ofString(body)));
        NodeList results =
                CswAnswer.of(answer, "GetRecordsResponse").root().getElementsByTagNameNS(CSW, "SearchResults");
        if (results.item(0) instanceof Element found) {
            return found;
        }
        throw new RemoteException.Refused(SYSTEM, "the catalogue answers a search without results");
    }

    private static int number(Element results, String attribute) {
        String text = results.getAttribute(attribute);
        return text.matches("[0-9]{1,9}") ? Integer.parseInt(text) : 0;
    }

    private CswCounts transaction(String content) {
        String body = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<csw:Transaction xmlns:csw=\"" + CSW
                + "\" xmlns:ogc=\"http://www.opengis.net/ogc\" xmlns:apiso=\"http://www.opengis.net/cat/csw/apiso/1.0\""
                + " service=\"CSW\" version=\"2.0.2\">" + content + "</csw:Transaction>";
        HttpRequest.Builder request = request(transactions).header("Content-Type", "application/xml; charset=UTF-8");
        return CswAnswer.of(
                        calls.send("POST", request, HttpRequest.BodyPublishers.ofString(body)), "TransactionResponse")
                .counts();
    }

    private Answer get(String query) {
        String separator = address.getRawQuery() == null ? "?" : "&";
        URI target = URI.create(address + separator + "service=CSW&version=2.0.2&" + query);
        return calls.read(() -> calls.send("GET", request(target), HttpRequest.BodyPublishers.noBody()));
    }

    private HttpRequest.Builder request(URI target) {
        return calls.request(target).header("Accept", "application/xml");
    }

    private static byte[] serialised(Node record) {
        try {
            TransformerFactory factory = TransformerFactory.newDefaultInstance();
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            Transformer transformer = factory.newTransformer();
            transformer.setOutputProperty(OutputKeys.ENCODING, "UTF-8");
            var out = new ByteArrayOutputStream();
            transformer.transform(new DOMSource(record), new StreamResult(out));
            return out.toByteArray();
        } catch (TransformerException e) {
            throw new RemoteException.Refused(SYSTEM, "the catalogue's record cannot be read", e);
        }
    }
}
