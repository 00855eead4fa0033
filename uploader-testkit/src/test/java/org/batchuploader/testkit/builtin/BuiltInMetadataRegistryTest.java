package org.batchuploader.testkit.builtin;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.batchuploader.core.builtin.BuiltInMetadataRegistry;
import org.batchuploader.core.publish.Link;
import org.batchuploader.core.publish.MetadataRegistry;
import org.batchuploader.testkit.publish.MetadataRegistryContract;
import org.batchuploader.testkit.publish.SamplePublication;
import org.batchuploader.testkit.publish.Trouble;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

@SuppressWarnings("NullAway.Init")
class BuiltInMetadataRegistryTest extends MetadataRegistryContract {
    private static final String GMD = "http://www.isotc211.org/2005/gmd";

    @TempDir
    Path temp;

    private Path layers;
    private MetadataRegistry registry;

    @BeforeEach
    void begin() {
        layers = temp.resolve("layers");
        registry = new BuiltInMetadataRegistry(layers);
    }

    @Override
    protected MetadataRegistry registry() {
        return registry;
    }

    @Override
    protected Optional<String> record(String layerName) {
        Path record = layers.resolve(layerName).resolve("record.xml");
        return Files.exists(record) ? Optional.of(FailingDisk.read(record)) : Optional.empty();
    }

    @Override
    protected List<Trouble> troubles() {
        return FailingDisk.of(layers);
    }

    @Test
    void the_parts_of_the_record_are_in_the_order_of_the_schema() throws Exception {
        registry.put(SamplePublication.shapefile(temp)
                .links(new Link("wms", "https://maps.example/up/wms?service=WMS&x=1", "up:roads"))
                .write());

        Element root = parse("roads");
        assertThat(children(root))
                .containsExactly(
                        "fileIdentifier",
                        "language",
                        "characterSet",
                        "hierarchyLevel",
                        "contact",
                        "dateStamp",
                        "metadataStandardName",
                        "metadataStandardVersion",
                        "referenceSystemInfo",
                        "identificationInfo",
                        "distributionInfo",
                        "dataQualityInfo");
        assertThat(children(first(root, "MD_DataIdentification")))
                .containsExactly(
                        "citation",
                        "abstract",
                        "pointOfContact",
                        "spatialRepresentationType",
                        "language",
                        "topicCategory",
                        "extent");
        assertThat(children(first(root, "CI_OnlineResource"))).containsExactly("linkage", "protocol", "name");
    }

    @Test
    void the_record_says_where_the_data_is_and_how_to_get_it() throws Exception {
        registry.put(SamplePublication.shapefile(temp)
                .links(new Link("wms", "https://maps.example/up/wms?service=WMS&x=1", "up:roads"))
                .write());

        Element root = parse("roads");
        assertThat(text(root, "westBoundLongitude")).isEqualTo("7");
        assertThat(text(root, "eastBoundLongitude")).isEqualTo("7.09");
        assertThat(text(root, "northBoundLatitude")).isEqualTo("46.045");
        assertThat(text(root, "code")).isEqualTo("4326");
        assertThat(text(root, "codeSpace")).isEqualTo("EPSG");
        assertThat(text(root, "URL")).isEqualTo("https://maps.example/up/wms?service=WMS&x=1");
        assertThat(text(root, "protocol")).isEqualTo("OGC:WMS");
    }

    @Test
    void characters_that_xml_cannot_hold_are_left_out() throws Exception {
        registry.put(
                SamplePublication.geoTiff(temp).title("a\u0000\u000bb<&\uffff").write());

        assertThat(text(parse("roads"), "title")).isEqualTo("ab<&");
        assertThat(text(parse("roads"), "MD_SpatialRepresentationTypeCode")).isEqualTo("grid");
    }

    private Element parse(String layerName) throws Exception {
        var factory = DocumentBuilderFactory.newInstance();
        factory.setNamespaceAware(true);
        var bytes = record(layerName).orElseThrow().getBytes(StandardCharsets.UTF_8);
        return factory.newDocumentBuilder()
                .parse(new ByteArrayInputStream(bytes))
                .getDocumentElement();
    }

    private static Element first(Element root, String name) {
        return (Element) root.getElementsByTagNameNS(GMD, name).item(0);
    }

    private static String text(Element root, String name) {
        return first(root, name).getTextContent();
    }

    private static List<String> children(Element parent) {
        NodeList nodes = parent.getChildNodes();
        return IntStream.range(0, nodes.getLength())
                .mapToObj(i -> nodes.item(i).getLocalName())
                .toList();
    }
}
