package org.batchuploader.geonetwork.registry;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import javax.xml.XMLConstants;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.Schema;
import javax.xml.validation.SchemaFactory;
import org.batchuploader.core.inspect.CoordinateReferenceSystem;
import org.batchuploader.core.inspect.Description;
import org.batchuploader.core.inspect.Envelope;
import org.batchuploader.core.inspect.Format;
import org.batchuploader.core.inspect.Inspection;
import org.batchuploader.core.inspect.Problem;
import org.batchuploader.core.inspect.ProblemCode;
import org.batchuploader.core.inspect.RasterDescription;
import org.batchuploader.core.inspect.VectorDescription;
import org.batchuploader.core.publish.Link;
import org.batchuploader.geonetwork.iso.Conformity;
import org.batchuploader.geonetwork.iso.IsoRules;
import org.batchuploader.geonetwork.iso.IsoWriter;
import org.batchuploader.geonetwork.iso.Party;
import org.batchuploader.testkit.publish.SamplePublication;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.xml.sax.SAXException;

/** Runs in the profile {@code xsd} only, which fetches the schemas of ISO/TS 19139 that come with pycsw. */
@Tag("xsd")
class SchemaValidationTest {
    private static final Envelope BOX = new Envelope(-180.0000001, -33.123456789, 179.9, 90);

    @TempDir
    Path temp;

    private final List<Inspection> datasets = new ArrayList<>();

    private void vectors() {
        String[] types = {
            "Point",
            "MultiPoint",
            "LineString",
            "Polygon",
            "MultiPatch",
            "Point Z",
            "LineString M",
            "Polygon Z",
            "Geometry"
        };
        String[] charsets = {"UTF-8", "ISO-8859-1", "windows-1252", "ISO-8859-15", "Shift_JIS", "Big5", null};
        String[] crs = {"EPSG:4326", "EPSG:2056", "ESRI:102100", "EPSG:25832"};
        Format[] formats = {
            Format.SHAPEFILE, Format.GEOPACKAGE, Format.GEOJSON, Format.CSV, Format.KML, Format.GML, Format.FLATGEOBUF
        };
        for (int i = 0; i < 28; i++) {
            var vector = new VectorDescription(
                    types[i % types.length], i, List.of(), charsets[i % charsets.length], List.of());
            datasets.add(inspection(
                    formats[i % formats.length], vector, null, crs[i % crs.length], i % 3 == 0 ? told(i) : null));
        }
    }

    private void rasters() {
        Format[] formats = {Format.GEOTIFF, Format.ARC_GRID, Format.JPEG, Format.PNG};
        for (int i = 0; i < 8; i++) {
            var raster = new RasterDescription(1 + i * 1000, 1 + i * 777, List.of("uint8", "float32"), "-9999");
            datasets.add(
                    inspection(formats[i % formats.length], null, raster, "EPSG:3857", i % 2 == 0 ? told(i) : null));
        }
    }

    private static Inspection inspection(
            Format format,
            @Nullable VectorDescription vector,
            @Nullable RasterDescription raster,
            String crs,
            @Nullable Description told) {
        return new Inspection(
                format,
                vector,
                raster,
                BOX,
                BOX,
                new CoordinateReferenceSystem(crs, crs),
                told,
                List.of(Problem.of(ProblemCode.FILE_REPAIRED, "A ring <was> closed & turned.")));
    }

    private static Description told(int i) {
        String text = i % 2 == 0 ? "Straßen & <Wege>\n\u0000\uD83D\uDDFA" : null;
        return new Description(
                text,
                text,
                text,
                i % 2 == 0 ? List.of("a", " ", "<b>") : List.of(),
                i % 4 == 0 ? "oceans" : null,
                i % 4 == 0 ? "ger" : null,
                i % 2 == 0 ? LocalDate.of(1850 + i, 12, 31) : null,
                i % 2 == 0 ? "creation" : null,
                text,
                text,
                i % 2 == 0 ? "Ann" : null,
                i % 3 == 0 ? "Town" : null,
                i % 2 == 0 ? "gis@example.org" : null,
                i % 2 == 0 ? 25_000L : null);
    }

    private static List<RecordDefaults> defaults() {
        return List.of(
                RecordDefaults.builder().build(),
                RecordDefaults.builder()
                        .publicAddress(URI.create("https://maps.example"))
                        .contact(new Party(null, "Town", "Head", "gis@example.org", "+41 1", "owner"))
                        .language("fre")
                        .topic("transportation")
                        .licence("CC BY 4.0")
                        .access("no limitations to public access")
                        .inspireThemes(List.of("Réseaux de transport"))
                        .conformity(new Conformity("INSPIRE", LocalDate.of(2010, 12, 8), "see the text", null))
                        .build());
    }

    @Test
    void records_of_all_kinds_of_datasets_are_valid_against_the_schemas_of_iso_19139()
            throws IOException, SAXException {
        vectors();
        rasters();
        SchemaFactory factory = SchemaFactory.newDefaultInstance();
        factory.setProperty(XMLConstants.ACCESS_EXTERNAL_SCHEMA, "file");
        factory.setProperty(XMLConstants.ACCESS_EXTERNAL_DTD, "");
        Schema schema = factory.newSchema(new File(System.getProperty("iso19139.schema")));
        List<String> failures = new ArrayList<>();
        int validated = 0;
        for (RecordDefaults defaults : defaults()) {
            for (Inspection dataset : datasets) {
                byte[] record = IsoWriter.write(new RecordOfPublication(defaults)
                        .of(
                                SamplePublication.shapefile(temp)
                                        .name("layer" + validated)
                                        .title("Straßen & <Wege> " + validated)
                                        .inspection(dataset)
                                        .links(
                                                new Link("wms", "https://gs.example/ows?a=1&b=2", "up:roads"),
                                                new Link("page", "/layers/roads", "Roads"))
                                        .write(),
                                "https://maps.example/thumbnail.png"));
                try {
                    schema.newValidator().validate(new StreamSource(new ByteArrayInputStream(record)));
                    assertThat(IsoRules.check(record)).isEmpty();
                    validated++;
                } catch (SAXException e) {
                    failures.add(dataset.format() + " " + e.getMessage());
                }
            }
        }
        assertThat(failures).isEmpty();
        assertThat(validated).isEqualTo(72);
    }
}
