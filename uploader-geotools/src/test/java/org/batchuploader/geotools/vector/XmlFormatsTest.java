package org.batchuploader.geotools.vector;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.batchuploader.core.inspect.Discovery.Found;
import org.batchuploader.core.inspect.Envelope;
import org.batchuploader.core.inspect.Field;
import org.batchuploader.core.inspect.Inspection;
import org.batchuploader.core.inspect.ProblemCode;
import org.batchuploader.testkit.sample.Damage;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** KML and GML. */
class XmlFormatsTest {
    private static final String KML =
            """
            <?xml version="1.0" encoding="UTF-8"?>
            <kml xmlns="http://www.opengis.net/kml/2.2"><Document>
             <Schema name="s" id="s"><SimpleField name="pop" type="int"/></Schema>
             <Folder><Placemark><name>Zürich</name><description><![CDATA[<b>x</b>]]></description>
              <ExtendedData><SchemaData schemaUrl="#s"><SimpleData name="pop">12</SimpleData></SchemaData>
               <Data name="kind"><value>lake</value></Data></ExtendedData>
              <Polygon><outerBoundaryIs><LinearRing><coordinates>0,0 4,0
               4,4 0,4 0,0</coordinates></LinearRing></outerBoundaryIs>
               <innerBoundaryIs><LinearRing><coordinates>1,1 1,2 2,2 1,1</coordinates></LinearRing></innerBoundaryIs>
              </Polygon></Placemark></Folder></Document></kml>
            """;

    private static final String GML =
            """
            <?xml version="1.0" encoding="UTF-8"?>
            <wfs:FeatureCollection xmlns:wfs="http://www.opengis.net/wfs/2.0" xmlns:gml="http://www.opengis.net/gml/3.2"
              xmlns:t="urn:town">
             <wfs:member><t:lot gml:id="lot.1"><t:name>Zürich &amp; more</t:name><t:pop>12</t:pop>
              <t:geom><gml:MultiSurface srsName="%s"><gml:surfaceMember><gml:Polygon>
               <gml:exterior><gml:LinearRing><gml:posList>%s</gml:posList></gml:LinearRing></gml:exterior>
              </gml:Polygon></gml:surfaceMember></gml:MultiSurface></t:geom></t:lot></wfs:member>
            </wfs:FeatureCollection>
            """;

    @TempDir
    private Path folder = Path.of("");

    private Delivery delivery = new Delivery(folder);

    @BeforeEach
    void begin() {
        delivery = new Delivery(folder);
    }

    @Test
    void placemarks_become_features_with_their_extended_data() throws IOException {
        Path file = delivery.file("lakes.kml", KML);

        Inspection inspection = delivery.inspect(file);

        assertThat(requireNonNull(inspection.crs()).code()).isEqualTo("EPSG:4326");
        assertThat(requireNonNull(inspection.vector()).fields())
                .extracting(Field::name, Field::type)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("name", "string"),
                        org.assertj.core.groups.Tuple.tuple("descriptio", "string"),
                        org.assertj.core.groups.Tuple.tuple("pop", "integer"),
                        org.assertj.core.groups.Tuple.tuple("kind", "string"));
        assertThat(delivery.published(file))
                .contains("\"name\":\"Zürich\"", "\"pop\":12", "\"kind\":\"lake\"")
                .contains("[[[0,0],[4,0],[4,4],[0,4],[0,0]],[[1,1],[1,2],[2,2],[1,1]]]");
    }

    @Test
    void a_kmz_is_read_as_the_kml_in_it() throws IOException {
        Path file = folder.resolve("lakes.kmz");
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
            zip.putNextEntry(new ZipEntry("doc.kml"));
            zip.write(KML.getBytes(java.nio.charset.StandardCharsets.UTF_8));
        }

        assertThat(requireNonNull(delivery.inspect(file).vector()).count()).isEqualTo(1);
    }

    @Test
    void a_kml_that_only_links_elsewhere_is_not_followed() throws IOException {
        Path file = delivery.file(
                "link.kml",
                "<kml><NetworkLink><Link><href>http://127.0.0.1:1/secret</href></Link></NetworkLink></kml>");

        assertThat(Delivery.sentences(delivery.inspect(file)).get(0)).contains("links are not followed");
    }

    @Test
    void the_order_of_coordinates_follows_the_form_of_the_crs_name() throws IOException {
        String latitudeFirst = "46 7 46 8 47 8 46 7";
        String longitudeFirst = "7 46 8 46 8 47 7 46";
        for (String[] form : List.of(
                new String[] {"urn:ogc:def:crs:EPSG::4326", latitudeFirst},
                new String[] {"http://www.opengis.net/def/crs/EPSG/0/4326", latitudeFirst},
                new String[] {"EPSG:4326", longitudeFirst},
                new String[] {"http://www.opengis.net/gml/srs/epsg.xml#4326", longitudeFirst},
                new String[] {"urn:ogc:def:crs:OGC:1.3:CRS84", longitudeFirst})) {
            Inspection inspection = delivery.inspect(delivery.file("lots.gml", GML.formatted(form[0], form[1])));

            assertThat(inspection.extent()).as(form[0]).isEqualTo(new Envelope(7, 46, 8, 47));
            assertThat(requireNonNull(inspection.crs()).code()).isEqualTo("EPSG:4326");
        }
        assertThat(delivery.published(delivery.file("lots.gml", GML.formatted("EPSG:4326", longitudeFirst))))
                .contains("\"gml_id\":\"lot.1\",\"name\":\"Zürich & more\",\"pop\":12");
    }

    @Test
    void gml_2_with_several_feature_types_is_several_layers() throws IOException {
        Path file = delivery.file(
                "town.gml",
                """
                <FeatureCollection xmlns:gml="http://www.opengis.net/gml"><gml:boundedBy><gml:Box srsName="EPSG:2056">
                 <gml:coord><gml:X>0</gml:X><gml:Y>0</gml:Y></gml:coord></gml:Box></gml:boundedBy>
                 <gml:featureMember><road fid="r1"><gml:LineString><gml:coordinates>2600000,1200000 2600010,1200020
                 </gml:coordinates></gml:LineString></road></gml:featureMember>
                 <gml:featureMember><tree><where><gml:Point><gml:coord><gml:X>2600005</gml:X><gml:Y>1200007</gml:Y>
                 </gml:coord></gml:Point></where><height unit="m">12.5</height></tree></gml:featureMember>
                </FeatureCollection>
                """);

        List<Found> found = delivery.found(file);

        assertThat(found).extracting(Found::name).containsExactly("road", "tree");
        assertThat(found).extracting(Found::origin).containsExactly("town.gml/road", "town.gml/tree");
        Inspection road = delivery.inspect(found.get(0));
        assertThat(requireNonNull(road.crs()).code()).isEqualTo("EPSG:2056");
        assertThat(road.extent()).isEqualTo(new Envelope(2600000, 1200000, 2600010, 1200020));
        assertThat(delivery.published(found.get(1))).contains("\"height\":12.5", "\"Point\"");
    }

    @Test
    void laughs_and_entities_from_outside_are_refused() throws IOException {
        String laughs =
                """
                <?xml version="1.0"?><!DOCTYPE kml [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;">
                <!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;&b;&b;">]><kml><Placemark><name>&c;</name></Placemark></kml>
                """;
        String outside =
                """
                <?xml version="1.0"?><!DOCTYPE kml [<!ENTITY x SYSTEM "file:///etc/passwd">]>
                <kml><Placemark><name>&x;</name><Point><coordinates>1,2</coordinates></Point></Placemark></kml>
                """;
        for (String hostile : List.of(laughs, outside)) {
            for (String name : List.of("x.kml", "x.gml")) {
                assertThat(delivery.inspect(delivery.file(name, hostile)).problems())
                        .as(name)
                        .anyMatch(problem -> problem.isBlocking());
            }
        }
    }

    @Test
    void elements_nested_without_end_and_cut_files_are_refused() throws IOException {
        assertThat(Delivery.codes(delivery.inspect(delivery.file("deep.kml", "<kml>" + "<Folder>".repeat(100_000)))))
                .containsExactly(ProblemCode.RECORD_DAMAGED);
        Inspection cut = delivery.inspect(Damage.cutInHalf(delivery.file("lakes.kml", KML)));
        assertThat(Delivery.sentences(cut).get(0)).contains("lakes.kml is cut off");
        assertThat(Delivery.codes(delivery.inspect(delivery.file(
                        "curve.gml", GML.replace("LinearRing", "Arc").formatted("EPSG:4326", "1 2")))))
                .containsExactly(ProblemCode.FORMAT_UNSUPPORTED);
    }
}
