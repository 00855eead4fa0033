package org.batchuploader.geonetwork.iso;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import javax.xml.transform.stream.StreamSource;
import org.apache.sis.metadata.iso.DefaultMetadata;
import org.apache.sis.metadata.iso.identification.DefaultDataIdentification;
import org.apache.sis.xml.XML;
import org.junit.jupiter.api.Test;
import org.opengis.metadata.extent.GeographicBoundingBox;
import org.opengis.metadata.identification.DataIdentification;
import org.opengis.metadata.identification.Identification;

/** Apache SIS, which shares no code with the writer, reads every record back. */
class IsoWriterTest {
    private static String write(IsoRecordBuilder record) {
        return new String(IsoWriter.write(record.build()), StandardCharsets.UTF_8);
    }

    private static DefaultMetadata read(String xml) throws Exception {
        return (DefaultMetadata) XML.unmarshal(new StreamSource(new StringReader(xml)), Map.of());
    }

    private static DataIdentification identification(DefaultMetadata metadata) {
        Identification only = metadata.getIdentificationInfo().iterator().next();
        return (DataIdentification) only;
    }

    @Test
    void what_a_vector_record_says_is_read_back() throws Exception {
        DefaultMetadata read = read(write(FullRecord.vector()));

        assertThat(read.getMetadataIdentifier().getCode()).isEqualTo(FullRecord.ID);
        assertThat(read.getLocalesAndCharsets().keySet()).hasToString("[ger]");
        assertThat(read.getContacts()).hasSize(1);
        DataIdentification data = identification(read);
        assertThat(data.getCitation().getTitle().toString()).isEqualTo("Roads & ways of <Testland>");
        assertThat(data.getCitation().getDates()).hasSize(2);
        assertThat(data.getCitation().getIdentifiers().iterator().next().getCode())
                .isEqualTo("batch-uploader:layer-1");
        assertThat(data.getAbstract().toString()).isEqualTo("All roads.");
        assertThat(data.getPurpose().toString()).isEqualTo("Planning.");
        assertThat(data.getPointOfContacts()).hasSize(2);
        assertThat(data.getGraphicOverviews().iterator().next().getFileName().toString())
                .endsWith("thumbnail.png");
        assertThat(data.getDescriptiveKeywords()).hasSize(2);
        assertThat(data.getResourceConstraints()).hasSize(3);
        assertThat(data.getSpatialRepresentationTypes().toString()).containsIgnoringCase("vector");
        assertThat(data.getSpatialResolutions()
                        .iterator()
                        .next()
                        .getEquivalentScale()
                        .getDenominator())
                .isEqualTo(25_000L);
        assertThat(data.getTopicCategories().toString()).containsIgnoringCase("transportation");
        var box = (GeographicBoundingBox) data.getExtents()
                .iterator()
                .next()
                .getGeographicElements()
                .iterator()
                .next();
        assertThat(box.getWestBoundLongitude()).isEqualTo(-10.5);
        assertThat(box.getEastBoundLongitude()).isEqualTo(20.25);
        assertThat(box.getSouthBoundLatitude()).isEqualTo(35);
        assertThat(box.getNorthBoundLatitude()).isEqualTo(47.125);
        assertThat(read.getReferenceSystemInfo().iterator().next().getName().getCode())
                .isEqualTo("2056");
        assertThat(read.getDistributionInfo().getDistributionFormats()).hasSize(2);
        assertThat(read.getDataQualityInfo()
                        .iterator()
                        .next()
                        .getLineage()
                        .getStatement()
                        .toString())
                .contains("Received by Batch Uploader");
    }

    /** SIS 1.6 loses a language that stands beside a character set, also in what it wrote itself. */
    @Test
    void the_language_of_the_data_is_read_back() throws Exception {
        DefaultMetadata read = read(write(FullRecord.vector().charset(null)));

        assertThat(((DefaultDataIdentification) identification(read)).getLocalesAndCharsets())
                .hasToString("{fre=null}");
    }

    @Test
    void links_and_their_protocols_are_read_back() throws Exception {
        DefaultMetadata read = read(write(FullRecord.vector()));

        assertThat(read.getDistributionInfo().getTransferOptions())
                .singleElement()
                .satisfies(
                        options -> assertThat(options.getOnLines()).hasSize(2).anySatisfy(link -> {
                            assertThat(link.getLinkage()).hasToString("https://maps.example/ows");
                            assertThat(link.getProtocol()).isEqualTo("OGC:WMS");
                        }));
    }

    @Test
    void a_raster_says_its_grid_and_resolution() throws Exception {
        DefaultMetadata read = read(write(FullRecord.raster()));

        assertThat(identification(read).getSpatialRepresentationTypes().toString())
                .containsIgnoringCase("grid");
        assertThat(identification(read)
                        .getSpatialResolutions()
                        .iterator()
                        .next()
                        .getDistance())
                .isEqualTo(25.0);
        assertThat(read.getSpatialRepresentationInfo()).hasSize(1);
    }

    @Test
    void the_same_record_gives_the_same_bytes() {
        assertThat(write(FullRecord.vector())).isEqualTo(write(FullRecord.vector()));
    }

    @Test
    void the_date_stamp_is_a_date_time_in_seconds() {
        assertThat(write(FullRecord.vector())).contains("<gco:DateTime>2026-01-02T03:04:05Z</gco:DateTime>");
    }

    @Test
    void text_from_outside_is_text_and_characters_unknown_to_xml_are_replaced() throws Exception {
        String title = "a\u0000b\u001Bc\uD800d <b>&amp;</b> ]]> \uD83D\uDDFA";

        DefaultMetadata read = read(write(IsoRecord.of(FullRecord.ID, title, "x", Instant.EPOCH)));

        assertThat(identification(read).getCitation().getTitle().toString())
                .isEqualTo("a\uFFFDb\uFFFDc\uFFFDd <b>&amp;</b> ]]> \uD83D\uDDFA");
    }

    @Test
    void what_is_not_said_is_left_away_or_said_to_be_missing() throws Exception {
        String xml = write(IsoRecord.of(FullRecord.ID, " ", "", Instant.EPOCH));

        assertThat(read(xml).getMetadataIdentifier().getCode()).isEqualTo(FullRecord.ID);
        assertThat(xml)
                .contains("<gmd:contact gco:nilReason=\"missing\"/>", "<gmd:abstract gco:nilReason=\"missing\"/>")
                .doesNotContain("<gco:CharacterString></gco:CharacterString>", "topicCategory");
    }
}
