package org.batchuploader.benchmarks.csw;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;
import javax.xml.XMLConstants;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.Schema;
import javax.xml.validation.SchemaFactory;
import org.xml.sax.SAXException;

/** The schemas of ISO/TS 19139:2007 that come with pycsw. */
record Schemas(Schema schema) {
    private static final Path GMD = Path.of("schemas", "ogc", "iso", "19139", "20070417", "gmd", "gmd.xsd");

    static Schemas in(Path work) throws IOException {
        try (Stream<Path> files = Files.walk(work.resolve("venv"))) {
            Path gmd = files.filter(file -> file.endsWith(GMD))
                    .findFirst()
                    .orElseThrow(() -> new IOException("pycsw has no " + GMD));
            SchemaFactory factory = SchemaFactory.newDefaultInstance();
            factory.setProperty(XMLConstants.ACCESS_EXTERNAL_SCHEMA, "file");
            factory.setProperty(XMLConstants.ACCESS_EXTERNAL_DTD, "");
            return new Schemas(factory.newSchema(gmd.toFile()));
        } catch (SAXException e) {
            throw new IOException("the schemas cannot be read", e);
        }
    }

    /** What is wrong with the record; empty when it is valid. */
    Optional<String> objection(byte[] record) throws IOException {
        try {
            schema.newValidator().validate(new StreamSource(new ByteArrayInputStream(record)));
            return Optional.empty();
        } catch (SAXException e) {
            return Optional.of(String.valueOf(e.getMessage()));
        }
    }
}
