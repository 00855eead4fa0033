package org.batchuploader.geotools.xml;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.batchuploader.core.inspect.ProblemCode;
import org.batchuploader.geotools.DamagedFile;
import org.jspecify.annotations.Nullable;

/** Elements and their text, one after the other. Local names are what readers ask for, because people mix versions and prefixes. */
public final class XmlStream {
    private static final int DEEPEST = 200;
    private static final int LONGEST_TEXT = 16_000_000;
    private static final XMLInputFactory FACTORY = factory();

    private final String file;
    private final Bounded in;
    private final XMLStreamReader xml;
    private int depth;

    private XmlStream(String file, Bounded in, XMLStreamReader xml) {
        this.file = file;
        this.in = in;
        this.xml = xml;
    }

    private static XMLInputFactory factory() {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, false);
        factory.setXMLResolver((publicId, systemId, base, namespace) -> {
            throw new XMLStreamException("nothing is fetched");
        });
        return factory;
    }

    /** @param in stays open */
    public static XmlStream open(String file, InputStream in, @Nullable String charset) throws DamagedFile {
        Bounded bounded = new Bounded(in);
        try {
            return new XmlStream(
                    file,
                    bounded,
                    charset == null
                            ? FACTORY.createXMLStreamReader(bounded)
                            : FACTORY.createXMLStreamReader(bounded, charset));
        } catch (XMLStreamException | RuntimeException e) {
            throw damaged(file, e, 1, false);
        }
    }

    /** Moves to the next start or end of an element; false at the end of the document. Text between is passed over. */
    public boolean next() throws IOException, DamagedFile {
        while (true) {
            int event = event();
            if (event == XMLStreamConstants.END_DOCUMENT) {
                return false;
            }
            if (event == XMLStreamConstants.START_ELEMENT || event == XMLStreamConstants.END_ELEMENT) {
                return true;
            }
        }
    }

    private int event() throws IOException, DamagedFile {
        in.begin();
        try {
            if (!xml.hasNext()) {
                return XMLStreamConstants.END_DOCUMENT;
            }
            int event = xml.next();
            depth += event == XMLStreamConstants.START_ELEMENT ? 1 : event == XMLStreamConstants.END_ELEMENT ? -1 : 0;
            if (depth > DEEPEST) {
                throw new DamagedFile("%s is nested more than %d elements deep, at line %d."
                        .formatted(file, DEEPEST, xml.getLocation().getLineNumber()));
            }
            if (event == XMLStreamConstants.DTD || event == XMLStreamConstants.ENTITY_REFERENCE) {
                throw new DamagedFile(
                        ProblemCode.FORMAT_UNSUPPORTED,
                        "%s has a document type or entities of its own, which are refused.".formatted(file));
            }
            return event;
        } catch (XMLStreamException | RuntimeException e) {
            throw damaged(file, e, line(), in.isAtEnd(xml.getLocation().getCharacterOffset()));
        }
    }

    private static DamagedFile damaged(String file, Exception e, int line, boolean atEnd) {
        String message = String.valueOf(e.getMessage());
        if (atEnd || message.contains("XML document structures must start and end")) {
            return new DamagedFile(
                    "%s is cut off: it ends at line %d, in the middle of its content.".formatted(file, line));
        }
        if (message.contains("byte UTF-8 sequence") || message.contains("MalformedByteSequence")) {
            return new DamagedFile(
                    ProblemCode.CHARSET_INVALID,
                    "The text of %s near line %d is not in the character set it says.".formatted(file, line));
        }
        return new DamagedFile("%s is no valid XML: there is a mistake at line %d.".formatted(file, line));
    }

    public boolean isStart() {
        return xml.isStartElement();
    }

    /** Of the element stood on. */
    public String name() {
        return xml.getLocalName();
    }

    /** Whether the element stood on is of a namespace that begins so. */
    public boolean isOf(String namespace) {
        String uri = xml.getNamespaceURI();
        return uri != null && uri.startsWith(namespace);
    }

    /** Elements open; 1 in the root. */
    public int depth() {
        return depth;
    }

    public int line() {
        return xml.getLocation().getLineNumber();
    }

    /** An attribute of the element that starts here, by its local name. */
    public @Nullable String attribute(String name) {
        for (int i = 0; i < xml.getAttributeCount(); i++) {
            if (xml.getAttributeLocalName(i).equals(name)) {
                return xml.getAttributeValue(i);
            }
        }
        return null;
    }

    /** All text within the element that starts here; moves to its end. */
    public String text() throws IOException, DamagedFile {
        StringBuilder text = new StringBuilder();
        int end = depth - 1;
        while (depth > end) {
            int event = event();
            if (event == XMLStreamConstants.END_DOCUMENT) {
                break;
            }
            append(event, text);
        }
        return text.toString();
    }

    private void append(int event, StringBuilder text) throws DamagedFile {
        if (event != XMLStreamConstants.CHARACTERS
                && event != XMLStreamConstants.CDATA
                && event != XMLStreamConstants.SPACE) {
            return;
        }
        if (text.length() + xml.getTextLength() > LONGEST_TEXT) {
            throw new DamagedFile(
                    "%s has a text of more than %d characters, at line %d.".formatted(file, LONGEST_TEXT, line()));
        }
        text.append(xml.getTextCharacters(), xml.getTextStart(), xml.getTextLength());
    }

    /**
     * What is within an element: text alone, or elements.
     *
     * @param depth of the element itself
     */
    public record Content(String text, boolean hasElement, int depth) {}

    /** Reads the element that starts here to its end or, where there are elements in it, to the start of the first. */
    public Content content() throws IOException, DamagedFile {
        int own = depth;
        StringBuilder text = new StringBuilder();
        while (true) {
            int event = event();
            if (event == XMLStreamConstants.START_ELEMENT) {
                return new Content("", true, own);
            }
            if (event == XMLStreamConstants.END_ELEMENT || event == XMLStreamConstants.END_DOCUMENT) {
                return new Content(text.toString(), false, own);
            }
            append(event, text);
        }
    }

    /** Moves to the end of the element that starts here. */
    public void skip() throws IOException, DamagedFile {
        int end = depth - 1;
        int event = 0;
        while (depth > end && event != XMLStreamConstants.END_DOCUMENT) {
            event = event();
        }
    }

    /** Ends a parser that swallows the file in one event, as a name or an attribute without end makes it do. */
    private static final class Bounded extends FilterInputStream {
        private static final long MOST = 32 << 20;
        private long since;
        private long characters;
        private boolean ended;

        Bounded(InputStream in) {
            super(in);
        }

        void begin() {
            since = 0;
        }

        /** Whether a parser that has come so far is at the end, as far as UTF-8 goes. */
        boolean isAtEnd(long character) {
            return ended && character >= characters - 1;
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
        }

        @Override
        public int read(byte[] bytes, int offset, int length) throws IOException {
            int got = super.read(bytes, offset, length);
            ended |= got < 0;
            for (int i = offset; i < offset + got; i++) {
                characters += (bytes[i] & 0xC0) == 0x80 ? 0 : 1;
            }
            since += got;
            if (since > MOST) {
                throw new IllegalStateException("one XML event takes more than " + MOST + " bytes");
            }
            return got;
        }
    }
}
