package org.batchuploader.ftp;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.Set;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * Reads the original system's {@code ftp.xml}: the root {@code <ftp>}, with or without a {@code <config>} around its
 * keys. An empty element means "not set". Document types and external entities are refused.
 */
public final class FtpXml {
    /** The file cannot be used; the message names the key, the value and the line. */
    public static final class Invalid extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Invalid(String message, Throwable cause) {
            super(message, cause);
        }

        Invalid(String message) {
            super(message);
        }
    }

    private static final Set<String> WRAPPERS = Set.of("ftp", "config");

    private final String name;
    private final XMLStreamReader xml;
    private FtpSettings settings = FtpSettings.DEFAULT;

    private FtpXml(String name, XMLStreamReader xml) {
        this.name = name;
        this.xml = xml;
    }

    /** @throws Invalid naming key, value and line */
    public static FtpSettings read(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return read(in, file.toString());
        }
    }

    /** @param name of the file, for messages */
    public static FtpSettings read(InputStream in, String name) {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, true);
        try {
            return new FtpXml(name, factory.createXMLStreamReader(in)).read();
        } catch (XMLStreamException e) {
            int line = e.getLocation() == null ? 0 : e.getLocation().getLineNumber();
            throw new Invalid(name + ", line " + line + ": this is not well-formed XML: " + firstLine(e), e);
        }
    }

    private FtpSettings read() throws XMLStreamException {
        boolean inside = false;
        while (xml.hasNext()) {
            int event = xml.next();
            if (event == XMLStreamConstants.DTD || event == XMLStreamConstants.ENTITY_REFERENCE) {
                throw new Invalid(here() + "a document type or an entity is not accepted");
            }
            if (event == XMLStreamConstants.CHARACTERS && !xml.isWhiteSpace()) {
                throw new Invalid(here() + "\"" + xml.getText().trim() + "\" stands outside any key");
            }
            if (event == XMLStreamConstants.START_ELEMENT) {
                String key = xml.getLocalName();
                if (WRAPPERS.contains(key)) {
                    inside = true;
                } else if (!inside) {
                    throw new Invalid(here() + "the root is <" + key + ">, not <ftp>");
                } else {
                    take(key);
                }
            }
        }
        return settings;
    }

    private void take(String key) throws XMLStreamException {
        String where = here();
        String value = xml.getElementText().trim();
        try {
            settings = switch (key) {
                case "enabled" -> value.isEmpty() ? settings : settings.withEnabled(bool(value));
                case "ftpPort" -> value.isEmpty() ? settings : settings.withPort(number(value));
                case "idleTimeout" ->
                    value.isEmpty() ? settings : settings.withIdleTimeout(Duration.ofSeconds(number(value)));
                case "serverAddress" -> settings.withServerAddress(value);
                case "passivePorts" -> value.isEmpty() ? settings : settings.withPassivePorts(value);
                case "passiveAddress" -> settings.withPassiveAddress(value);
                case "passiveExternalAddress" -> settings.withPassiveExternalAddress(value);
                default -> throw new IllegalArgumentException("there is no such key");
            };
        } catch (IllegalArgumentException e) {
            throw new Invalid(where + "<" + key + "> is \"" + value + "\": " + e.getMessage(), e);
        }
    }

    private String here() {
        return name + ", line " + xml.getLocation().getLineNumber() + ": ";
    }

    private static boolean bool(String value) {
        return switch (value.toLowerCase(Locale.ROOT)) {
            case "true" -> true;
            case "false" -> false;
            default -> throw new IllegalArgumentException("it takes true or false");
        };
    }

    private static int number(String value) {
        try {
            return Integer.parseInt(value);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("it takes a whole number", e);
        }
    }

    private static String firstLine(XMLStreamException e) {
        return String.valueOf(e.getMessage()).replaceAll("\\s+", " ");
    }
}
