package org.batchuploader.remote.style;

import java.io.ByteArrayInputStream;
import java.io.StringWriter;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import javax.xml.namespace.QName;
import javax.xml.stream.XMLEventFactory;
import javax.xml.stream.XMLEventReader;
import javax.xml.stream.XMLEventWriter;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.events.Attribute;
import javax.xml.stream.events.StartElement;
import javax.xml.stream.events.XMLEvent;

/** Copies a style event by event and leaves out what would have a map server fetch or run something. Used once. */
final class StyleCleaner {
    private static final String SLD = "http://www.opengis.net/sld";
    private static final String XLINK = "http://www.w3.org/1999/xlink";
    private static final String XSI = "http://www.w3.org/2001/XMLSchema-instance";
    private static final int DEEPEST = 100;

    private final XMLEventFactory events = XMLEventFactory.newDefaultFactory();
    private final StringWriter text = new StringWriter();
    private final Set<String> leftOut = new LinkedHashSet<>();
    private final Deque<QName> open = new ArrayDeque<>();
    private String version = "";
    private boolean hasStyle;

    UploadedStyle clean(byte[] sld) {
        try {
            XMLEventReader in = reader(sld);
            XMLEventWriter out = XMLOutputFactory.newDefaultFactory().createXMLEventWriter(text);
            while (in.hasNext()) {
                copy(in.nextEvent(), in, out);
            }
            out.flush();
        } catch (UnfitStyle unfit) {
            return new UploadedStyle.Unfit(unfit.getMessage());
        } catch (XMLStreamException e) {
            return new UploadedStyle.Unfit("it is not well-formed XML");
        }
        return hasStyle
                ? new UploadedStyle.Fit(version, text.toString(), List.copyOf(leftOut))
                : new UploadedStyle.Unfit("there is no style in it");
    }

    private static XMLEventReader reader(byte[] sld) throws XMLStreamException {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, true);
        return factory.createXMLEventReader(new ByteArrayInputStream(sld));
    }

    private void copy(XMLEvent event, XMLEventReader in, XMLEventWriter out) throws XMLStreamException, UnfitStyle {
        switch (event.getEventType()) {
            case XMLEvent.START_ELEMENT -> begin(event.asStartElement(), in, out);
            case XMLEvent.END_ELEMENT -> {
                open.pop();
                out.add(event);
            }
            case XMLEvent.CHARACTERS -> {
                if (!open.isEmpty()) {
                    String checked = StyleRules.text(
                            open.peek().getLocalPart(), event.asCharacters().getData(), leftOut);
                    out.add(events.createCharacters(checked));
                }
            }
            case XMLEvent.DTD -> throw new UnfitStyle("it has a document type (DOCTYPE)");
            case XMLEvent.ENTITY_REFERENCE -> throw new UnfitStyle("it refers to an entity");
            default -> {
                // comments and processing instructions say nothing that is drawn
            }
        }
    }

    private void begin(StartElement element, XMLEventReader in, XMLEventWriter out)
            throws XMLStreamException, UnfitStyle {
        QName name = element.getName();
        if (open.isEmpty()) {
            version = version(element);
        }
        if (open.size() == DEEPEST) {
            throw new UnfitStyle("it is nested deeper than " + DEEPEST + " elements");
        }
        if (StyleRules.isLeftOut(name.getLocalPart())) {
            leftOut.add(name.getLocalPart());
            skip(in);
            return;
        }
        StyleRules.check(element);
        hasStyle |= name.getLocalPart().equals("FeatureTypeStyle")
                || name.getLocalPart().equals("CoverageStyle");
        open.push(name);
        out.add(events.createStartElement(name, attributes(element).iterator(), element.getNamespaces()));
    }

    /** Without references to other documents. */
    private List<Attribute> attributes(StartElement element) {
        List<Attribute> kept = new ArrayList<>();
        element.getAttributes().forEachRemaining(attribute -> {
            String namespace = attribute.getName().getNamespaceURI();
            if (namespace.equals(XLINK)) {
                leftOut.add("a reference of " + element.getName().getLocalPart());
            } else if (!namespace.equals(XSI)) {
                kept.add(attribute);
            }
        });
        return kept;
    }

    private static String version(StartElement root) throws UnfitStyle {
        if (!root.getName().equals(new QName(SLD, "StyledLayerDescriptor"))) {
            throw new UnfitStyle("it is no Styled Layer Descriptor of the OGC");
        }
        Attribute version = root.getAttributeByName(new QName("version"));
        String told = version == null ? "" : version.getValue();
        if (!told.equals("1.0.0") && !told.equals("1.1.0")) {
            throw new UnfitStyle("its version is neither 1.0.0 nor 1.1.0");
        }
        return told;
    }

    private static void skip(XMLEventReader in) throws XMLStreamException {
        for (int depth = 1; depth > 0; ) {
            XMLEvent event = in.nextEvent();
            depth += event.isStartElement() ? 1 : event.isEndElement() ? -1 : 0;
        }
    }

    /** Why nothing of a style may be used. */
    static final class UnfitStyle extends Exception {
        private static final long serialVersionUID = 1L;

        UnfitStyle(String reason) {
            super(reason);
        }

        @Override
        public String getMessage() {
            return String.valueOf(super.getMessage());
        }
    }
}
