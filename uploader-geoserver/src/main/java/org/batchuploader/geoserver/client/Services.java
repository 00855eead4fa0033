package org.batchuploader.geoserver.client;

import java.io.ByteArrayInputStream;
import java.util.Locale;
import java.util.OptionalLong;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.batchuploader.remote.Answer;
import org.batchuploader.remote.RemoteException;
import org.batchuploader.remote.RemoteSentence;

/** The services people use: whether they are there, and whether a layer really works in them. */
public final class Services {
    private static final int PIXELS = 64;

    private final RestCalls calls;

    Services(RestCalls calls) {
        this.calls = calls;
    }

    /**
     * Whether a service is there and switched on.
     *
     * @param module {@code wms}, {@code wfs} or {@code wcs}
     */
    public boolean isEnabled(String module) {
        return calls.find(() -> calls.rest().settings(RestCalls.name(module)))
                .map(settings -> settings.path(module).path("enabled").asBoolean(true))
                .orElse(false);
    }

    /** Features that WFS 2.0 counts in a type; empty when it does not say. */
    public OptionalLong countFeatures(String workspace, String name) {
        Answer answer = calls.get(
                "/" + RestCalls.name(workspace) + "/ows?service=WFS&version=2.0.0&request=GetFeature&typeNames="
                        + workspace + ":" + RestCalls.name(name) + "&resultType=hits");
        try {
            XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
            factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
            factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
            XMLStreamReader xml = factory.createXMLStreamReader(new ByteArrayInputStream(answer.body()));
            xml.nextTag();
            String matched = xml.getAttributeValue(null, "numberMatched");
            if (matched == null) {
                throw new RemoteException.Refused(
                        GeoServerClient.SYSTEM, "WFS of " + workspace + ":" + name + ": " + saying(answer));
            }
            return matched.equals("unknown") ? OptionalLong.empty() : OptionalLong.of(Long.parseLong(matched));
        } catch (XMLStreamException | NumberFormatException e) {
            throw new RemoteException.Refused(
                    GeoServerClient.SYSTEM, "WFS of " + workspace + ":" + name + ": " + saying(answer), e);
        }
    }

    /** Has WMS 1.1.1 draw a small map, to see that it can: a map that failed comes with status 200 too. */
    public void drawMap(String workspace, String name, BoundingBox box) {
        String bbox = String.format(Locale.ROOT, "%.9f,%.9f,%.9f,%.9f", box.minx(), box.miny(), box.maxx(), box.maxy());
        Answer answer = calls.get("/" + RestCalls.name(workspace)
                + "/wms?service=WMS&version=1.1.1&request=GetMap&layers=" + workspace + ":"
                + RestCalls.name(name) + "&styles=&srs=EPSG:4326&bbox=" + bbox + "&width=" + PIXELS + "&height="
                + PIXELS
                + "&format=image/png");
        if (!answer.contentType().startsWith("image/")) {
            throw new RemoteException.Refused(
                    GeoServerClient.SYSTEM, "WMS of " + workspace + ":" + name + ": " + saying(answer));
        }
    }

    private static String saying(Answer answer) {
        String sentence = RemoteSentence.of(answer);
        return sentence.isEmpty() ? "an answer that is none" : sentence;
    }
}
