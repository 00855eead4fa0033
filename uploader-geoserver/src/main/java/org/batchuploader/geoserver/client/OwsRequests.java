package org.batchuploader.geoserver.client;

import java.io.ByteArrayInputStream;
import java.net.URI;
import java.net.http.HttpRequest;
import java.util.Locale;
import java.util.OptionalLong;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.batchuploader.remote.Answer;
import org.batchuploader.remote.HttpTransport;
import org.batchuploader.remote.Refusals;
import org.batchuploader.remote.RemoteException;
import org.batchuploader.remote.RemoteSentence;

/** The two OGC requests that show whether a layer really works: WFS 2.0 hits and WMS 1.1.1 GetMap. */
final class OwsRequests {
    private static final int PIXELS = 64;

    private final HttpTransport transport;
    private final Refusals refusals;
    private final String base;
    private final String authorization;

    OwsRequests(HttpTransport transport, Refusals refusals, String base, String authorization) {
        this.transport = transport;
        this.refusals = refusals;
        this.base = base;
        this.authorization = authorization;
    }

    OptionalLong hits(String workspace, String name) {
        Answer answer = get("/" + workspace + "/ows?service=WFS&version=2.0.0&request=GetFeature&typeNames=" + workspace
                + ":" + name + "&resultType=hits");
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

    void draw(String workspace, String name, BoundingBox box) {
        String bbox = String.format(Locale.ROOT, "%.9f,%.9f,%.9f,%.9f", box.minx(), box.miny(), box.maxx(), box.maxy());
        Answer answer = get("/" + workspace + "/wms?service=WMS&version=1.1.1&request=GetMap&layers=" + workspace + ":"
                + name + "&styles=&srs=EPSG:4326&bbox=" + bbox + "&width=" + PIXELS + "&height=" + PIXELS
                + "&format=image/png");
        if (!answer.contentType().startsWith("image/")) {
            throw new RemoteException.Refused(
                    GeoServerClient.SYSTEM, "WMS of " + workspace + ":" + name + ": " + saying(answer));
        }
    }

    private Answer get(String pathAndQuery) {
        URI address = URI.create(base + pathAndQuery);
        Answer answer = transport.send(HttpRequest.newBuilder(address)
                .header("Authorization", authorization)
                .GET()
                .build());
        if (!answer.isSuccess()) {
            throw refusals.of("GET " + address.getPath(), answer);
        }
        return answer;
    }

    private static String saying(Answer answer) {
        String sentence = RemoteSentence.of(answer);
        return sentence.isEmpty() ? "an answer that is none" : sentence;
    }
}
