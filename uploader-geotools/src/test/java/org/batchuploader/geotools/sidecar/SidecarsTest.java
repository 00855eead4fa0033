package org.batchuploader.geotools.sidecar;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Objects;
import org.batchuploader.core.inspect.Correction;
import org.batchuploader.core.inspect.CrsHabits;
import org.batchuploader.core.inspect.DatasetFiles;
import org.batchuploader.core.inspect.Description;
import org.batchuploader.core.inspect.Inspection;
import org.batchuploader.core.inspect.Problem;
import org.batchuploader.core.inspect.Severity;
import org.batchuploader.core.inspect.SourceFile;
import org.batchuploader.core.publish.Publication;
import org.batchuploader.geotools.GeoToolsInspector;
import org.batchuploader.testkit.publish.SamplePublication;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SidecarsTest {
    private static final String ISO =
            """
            <?xml version="1.0" encoding="UTF-8"?>
            <gmd:MD_Metadata xmlns:gmd="http://www.isotc211.org/2005/gmd" xmlns:gco="http://www.isotc211.org/2005/gco">
              <gmd:contact><gmd:CI_ResponsibleParty><gmd:organisationName><gco:CharacterString>Metadata office</gco:CharacterString>
                </gmd:organisationName></gmd:CI_ResponsibleParty></gmd:contact>
              <gmd:identificationInfo><gmd:MD_DataIdentification>
                <gmd:citation><gmd:CI_Citation>
                  <gmd:title><gco:CharacterString>Straßen &amp; Wege</gco:CharacterString></gmd:title>
                  <gmd:date><gmd:CI_Date><gmd:date><gco:Date>2020-02-03</gco:Date></gmd:date><gmd:dateType>
                    <gmd:CI_DateTypeCode codeList="x" codeListValue="revision">Revision</gmd:CI_DateTypeCode></gmd:dateType></gmd:CI_Date></gmd:date>
                </gmd:CI_Citation></gmd:citation>
                <gmd:abstract><gco:CharacterString>Alle Straßen.</gco:CharacterString></gmd:abstract>
                <gmd:purpose><gco:CharacterString>Planung</gco:CharacterString></gmd:purpose>
                <gmd:pointOfContact><gmd:CI_ResponsibleParty>
                  <gmd:individualName><gco:CharacterString>Ann</gco:CharacterString></gmd:individualName>
                  <gmd:organisationName><gco:CharacterString>Town</gco:CharacterString></gmd:organisationName>
                  <gmd:contactInfo><gmd:CI_Contact><gmd:address><gmd:CI_Address><gmd:electronicMailAddress>
                    <gco:CharacterString>gis@example.org</gco:CharacterString></gmd:electronicMailAddress></gmd:CI_Address></gmd:address></gmd:CI_Contact></gmd:contactInfo>
                  <gmd:role><gmd:CI_RoleCode codeList="x" codeListValue="owner"/></gmd:role>
                </gmd:CI_ResponsibleParty></gmd:pointOfContact>
                <gmd:descriptiveKeywords><gmd:MD_Keywords><gmd:keyword><gco:CharacterString>roads</gco:CharacterString></gmd:keyword>
                  <gmd:keyword><gco:CharacterString>ways</gco:CharacterString></gmd:keyword></gmd:MD_Keywords></gmd:descriptiveKeywords>
                <gmd:resourceConstraints><gmd:MD_LegalConstraints><gmd:otherConstraints><gco:CharacterString>CC BY 4.0</gco:CharacterString>
                  </gmd:otherConstraints></gmd:MD_LegalConstraints></gmd:resourceConstraints>
                <gmd:spatialResolution><gmd:MD_Resolution><gmd:equivalentScale><gmd:MD_RepresentativeFraction><gmd:denominator>
                  <gco:Integer>25000</gco:Integer></gmd:denominator></gmd:MD_RepresentativeFraction></gmd:equivalentScale></gmd:MD_Resolution></gmd:spatialResolution>
                <gmd:language><gmd:LanguageCode codeList="x" codeListValue="ger">Deutsch</gmd:LanguageCode></gmd:language>
                <gmd:topicCategory><gmd:MD_TopicCategoryCode>transportation</gmd:MD_TopicCategoryCode></gmd:topicCategory>
              </gmd:MD_DataIdentification></gmd:identificationInfo>
              <gmd:dataQualityInfo><gmd:DQ_DataQuality><gmd:lineage><gmd:LI_Lineage><gmd:statement>
                <gco:CharacterString>Digitised by hand.</gco:CharacterString></gmd:statement></gmd:LI_Lineage></gmd:lineage></gmd:DQ_DataQuality></gmd:dataQualityInfo>
            </gmd:MD_Metadata>
            """;

    private static final String FGDC =
            """
            <?xml version="1.0" encoding="ISO-8859-1"?>
            <metadata xml:lang="en"><idinfo><native>Windows</native>
              <descript><abstract>All roads.</abstract><purpose>REQUIRED: A summary of the intentions.</purpose></descript>
              <citation><citeinfo><origin>Town</origin><pubdate>20200203</pubdate><title>Roads</title></citeinfo></citation>
              <keywords><theme><themekt>None</themekt><themekey>roads</themekey><themekey>REQUIRED: a word</themekey></theme>
                <place><placekey>Testland</placekey></place></keywords>
              <useconst>Ask first.</useconst>
              <ptcontac><cntinfo><cntorgp><cntorg>Town</cntorg><cntper>Ann</cntper></cntorgp><cntemail>gis@example.org</cntemail></cntinfo></ptcontac>
            </idinfo><dataqual><lineage><procstep><procdesc>Digitised.</procdesc></procstep></lineage></dataqual></metadata>
            """;

    private static final String ARCGIS =
            """
            <?xml version="1.0" encoding="UTF-8"?>
            <metadata xml:lang="en"><Esri><CreaDate>20200101</CreaDate></Esri>
              <dataIdInfo><idCitation><resTitle>Roads</resTitle><date><createDate>2020-02-03T00:00:00</createDate></date></idCitation>
                <idAbs>&lt;DIV STYLE="text-align:Left;"&gt;&lt;P&gt;All &amp;amp; every road.&lt;/P&gt;&lt;P&gt;Yes.&lt;/P&gt;&lt;/DIV&gt;</idAbs>
                <searchKeys><keyword>roads</keyword></searchKeys>
                <tpCat><TopicCatCd value="018"></TopicCatCd></tpCat>
                <dataLang><languageCode value="eng"></languageCode></dataLang>
                <idPoC><rpIndName>Ann</rpIndName><rpOrgName>Town</rpOrgName><rpCntInfo><cntAddress><eMailAdd>gis@example.org</eMailAdd></cntAddress></rpCntInfo></idPoC>
                <resConst><Consts><useLimit>Ask first.</useLimit></Consts></resConst>
                <dataScale><equScale><rfDenom>5000</rfDenom></equScale></dataScale>
              </dataIdInfo><dqInfo><dataLineage><statement>Digitised.</statement></dataLineage></dqInfo>
              <Binary><Thumbnail><Data EsriPropertyType="PictureX">AAAA</Data></Thumbnail></Binary></metadata>
            """;

    @TempDir
    Path temp;

    private Inspection describe(String name, String content) throws IOException {
        return describe(name, content.getBytes(UTF_8));
    }

    private Inspection describe(String name, byte[] content) throws IOException {
        SamplePublication sample = SamplePublication.shapefile(temp);
        return Sidecars.describe(with(sample.write(), name, content), sample.trueInspection());
    }

    private DatasetFiles with(Publication publication, String name, byte[] content) throws IOException {
        var files = new ArrayList<SourceFile>(publication.files().files());
        files.add(new SourceFile(name, Files.write(temp.resolve("sidecar"), content)));
        return new DatasetFiles(publication.files().base(), files);
    }

    private Description told(String name, String content) throws IOException {
        Inspection inspection = describe(name, content);
        assertThat(inspection.problems()).isEmpty();
        return Objects.requireNonNull(inspection.description());
    }

    @Test
    void iso_19139_is_read() throws IOException {
        Description told = told("roads.shp.xml", ISO);

        assertThat(told.title()).isEqualTo("Straßen & Wege");
        assertThat(told.abstractText()).isEqualTo("Alle Straßen.");
        assertThat(told.purpose()).isEqualTo("Planung");
        assertThat(told.keywords()).containsExactly("roads", "ways");
        assertThat(told.topicCategory()).isEqualTo("transportation");
        assertThat(told.language()).isEqualTo("ger");
        assertThat(told.date()).isEqualTo(LocalDate.of(2020, 2, 3));
        assertThat(told.dateType()).isEqualTo("revision");
        assertThat(told.lineage()).isEqualTo("Digitised by hand.");
        assertThat(told.useLimitation()).isEqualTo("CC BY 4.0");
        assertThat(told.individual()).isEqualTo("Ann");
        assertThat(told.organisation()).isEqualTo("Town");
        assertThat(told.email()).isEqualTo("gis@example.org");
        assertThat(told.scale()).isEqualTo(25_000L);
    }

    @Test
    void fgdc_as_arcgis_9_wrote_it_is_read_without_its_placeholders() throws IOException {
        Description told = told("roads.shp.xml", FGDC);

        assertThat(told.title()).isEqualTo("Roads");
        assertThat(told.abstractText()).isEqualTo("All roads.");
        assertThat(told.purpose()).isNull();
        assertThat(told.keywords()).containsExactly("roads", "Testland");
        assertThat(told.date()).isEqualTo(LocalDate.of(2020, 2, 3));
        assertThat(told.dateType()).isEqualTo("publication");
        assertThat(told.lineage()).isEqualTo("Digitised.");
        assertThat(told.useLimitation()).isEqualTo("Ask first.");
        assertThat(told.organisation()).isEqualTo("Town");
        assertThat(told.email()).isEqualTo("gis@example.org");
    }

    @Test
    void arcgis_own_form_is_read_and_its_html_becomes_text() throws IOException {
        Description told = told("roads.shp.xml", ARCGIS);

        assertThat(told.title()).isEqualTo("Roads");
        assertThat(told.abstractText()).isEqualTo("All & every road.\nYes.");
        assertThat(told.keywords()).containsExactly("roads");
        assertThat(told.topicCategory()).isEqualTo("transportation");
        assertThat(told.language()).isEqualTo("eng");
        assertThat(told.date()).isEqualTo(LocalDate.of(2020, 2, 3));
        assertThat(told.dateType()).isEqualTo("creation");
        assertThat(told.individual()).isEqualTo("Ann");
        assertThat(told.useLimitation()).isEqualTo("Ask first.");
        assertThat(told.scale()).isEqualTo(5000L);
    }

    @Test
    void every_name_a_sidecar_can_have_is_found_and_gdals_is_none() throws IOException {
        for (String name : new String[] {"roads.shp.xml", "ROADS.SHP.XML", "roads.xml", "roads.tif.xml"}) {
            assertThat(describe(name, FGDC).description()).as(name).isNotNull();
        }
        Inspection gdals = describe("roads.tif.aux.xml", "<PAMDataset/>");
        assertThat(gdals.description()).isNull();
        assertThat(gdals.problems()).isEmpty();
    }

    @Test
    void what_cannot_be_read_is_a_warning_and_never_fatal() throws IOException {
        String[] bad = {
            "", "no xml", ISO.substring(0, 900), "<html><body/></html>", "<metadata/>", "<a>" + "<b>".repeat(5000),
        };
        for (String content : bad) {
            Inspection inspection = describe("roads.shp.xml", content);
            assertThat(inspection.description()).as(content).isNull();
            assertThat(inspection.problems())
                    .as(content)
                    .singleElement()
                    .satisfies(problem -> assertThat(problem.severity()).isEqualTo(Severity.WARNING))
                    .extracting(Problem::sentence)
                    .asString()
                    .contains("roads.shp.xml");
        }
    }

    @Test
    void document_types_and_entities_are_refused() throws IOException {
        String evil = "<!DOCTYPE metadata [<!ENTITY e SYSTEM \"file:///etc/hostname\">]><metadata><idinfo><descript>"
                + "<abstract>&e;</abstract></descript></idinfo></metadata>";

        Inspection inspection = describe("roads.shp.xml", evil);

        assertThat(inspection.description()).isNull();
        assertThat(inspection.problems()).singleElement().satisfies(problem -> {
            assertThat(problem.severity()).isEqualTo(Severity.WARNING);
            assertThat(problem.sentence()).contains("document type");
        });
    }

    @Test
    void a_sidecar_of_many_megabytes_is_not_read() throws IOException {
        Inspection inspection = describe("roads.shp.xml", new byte[9 << 20]);

        assertThat(inspection.problems()).singleElement().satisfies(problem -> assertThat(problem.sentence())
                .contains("larger"));
    }

    @Test
    void long_texts_and_many_keywords_are_cut() throws IOException {
        StringBuilder keys = new StringBuilder();
        for (int i = 0; i < 5000; i++) {
            keys.append("<themekey>k").append(i).append("</themekey>");
        }

        Description told = told(
                "roads.shp.xml",
                FGDC.replace("All roads.", "x".repeat(1_000_000)).replace("<themekey>roads</themekey>", keys));

        assertThat(Objects.requireNonNull(told.abstractText())).hasSize(20_001);
        assertThat(told.keywords()).hasSize(100);
    }

    @Test
    void values_that_are_none_of_their_kind_are_passed_over() throws IOException {
        Description told = told(
                "roads.shp.xml",
                ARCGIS.replace("018", "99")
                        .replace("\"eng\"", "\"english\"")
                        .replace("2020-02-03T00:00:00", "2020-13-77")
                        .replace("gis@example.org", "javascript:alert(1)")
                        .replace("5000", "many"));

        assertThat(told.topicCategory()).isNull();
        assertThat(told.language()).isNull();
        assertThat(told.date()).isNull();
        assertThat(told.dateType()).isNull();
        assertThat(told.email()).isNull();
        assertThat(told.scale()).isNull();
    }

    @Test
    void the_inspector_reads_the_sidecar_of_a_shapefile_and_of_an_image() throws IOException {
        var inspector = new GeoToolsInspector();
        Publication shapefile = SamplePublication.shapefile(temp).write();
        Publication image = SamplePublication.geoTiff(temp).write();

        assertThat(inspector
                        .inspect(with(shapefile, "roads.xml", ISO.getBytes(UTF_8)), Correction.NONE, CrsHabits.NONE)
                        .description())
                .isNotNull();
        assertThat(inspector
                        .inspect(with(image, "roads.tif.xml", FGDC.getBytes(UTF_8)), Correction.NONE, CrsHabits.NONE)
                        .description())
                .isNotNull();
    }
}
