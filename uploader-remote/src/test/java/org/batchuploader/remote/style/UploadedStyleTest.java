package org.batchuploader.remote.style;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.batchuploader.testkit.sample.SampleStyle;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@SuppressWarnings("NullAway.Init")
class UploadedStyleTest {
    @TempDir
    Path temp;

    private UploadedStyle read(String sld) throws IOException {
        return UploadedStyle.read(Files.writeString(temp.resolve("style"), sld));
    }

    private UploadedStyle.Fit fit(String sld) throws IOException {
        UploadedStyle style = read(sld);
        assertThat(style).isInstanceOf(UploadedStyle.Fit.class);
        return (UploadedStyle.Fit) style;
    }

    private String unfit(String sld) throws IOException {
        UploadedStyle style = read(sld);
        assertThat(style).isInstanceOf(UploadedStyle.Unfit.class);
        return ((UploadedStyle.Unfit) style).reason();
    }

    @ParameterizedTest
    @ValueSource(strings = {"1.0.0", "1.1.0"})
    void a_plain_style_is_given_on_whole(String version) throws IOException {
        UploadedStyle.Fit fit = fit(SampleStyle.ofVersion(version).text());

        assertThat(fit.version()).isEqualTo(version);
        assertThat(fit.sld())
                .contains("#3366aa", "PolygonSymbolizer", "ogc:PropertyIsEqualTo", "ogc:PropertyName>NAME<");
        assertThat(fit.leftOut()).isEmpty();
        assertThat(fit(fit.sld()).sld()).isEqualTo(fit.sld());
    }

    @Test
    void other_character_sets_are_read_as_declared() throws IOException {
        String sld = SampleStyle.ofVersion("1.0.0").title("Straße").text();
        byte[] latin = ("<?xml version=\"1.0\" encoding=\"ISO-8859-1\"?>" + sld).getBytes(StandardCharsets.ISO_8859_1);

        UploadedStyle style = UploadedStyle.read(Files.write(temp.resolve("latin"), latin));

        assertThat(style).isInstanceOfSatisfying(UploadedStyle.Fit.class, fit -> assertThat(fit.sld())
                .contains("Straße"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "<ExternalGraphic><OnlineResource xlink:href='http://10.0.0.1/secret.svg'/></ExternalGraphic> | ExternalGraphic",
                "<ExternalGraphic><OnlineResource xlink:href='file:///etc/passwd'/></ExternalGraphic> | ExternalGraphic",
                "<Mark><OnlineResource xlink:href='http://10.0.0.1/font.ttf'/></Mark> | OnlineResource",
                "<LegendGraphic><Graphic/></LegendGraphic> | LegendGraphic",
                "<Mark><WellKnownName>ttf://http://10.0.0.1/secret#1</WellKnownName></Mark> | the mark of a point",
                "<Mark><WellKnownName>file:///etc/passwd</WellKnownName></Mark> | the mark of a point",
            })
    void what_points_elsewhere_is_left_out(String graphic, String leftOut) throws IOException {
        UploadedStyle.Fit fit =
                fit(SampleStyle.ofVersion("1.0.0").graphic(graphic).text());

        assertThat(fit.leftOut()).contains(leftOut);
        assertThat(fit.sld())
                .doesNotContain("10.0.0.1", "passwd", "OnlineResource")
                .contains("#3366aa");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "<ogc:PropertyName>exec(java.lang.Runtime.getRuntime(),'id')</ogc:PropertyName> | more than a name",
                "<ogc:PropertyName>a[1]/b</ogc:PropertyName> | more than a name",
                "<ogc:Function name='property'><ogc:Literal>x</ogc:Literal></ogc:Function> | not known to be harmless",
                "<ogc:Function><ogc:Literal>x</ogc:Literal></ogc:Function> | not known to be harmless",
                "<Transformation><ogc:Function name='ras:Jiffle'/></Transformation> | run a process",
                "<CssParameter name='font-family'>http://10.0.0.1/a.ttf</CssParameter> | an address",
                "<CssParameter name='font-family'>${strConcat('a','b')}</CssParameter> | an address",
                "<ogc:Literal>${env('x')}</ogc:Literal> | an expression",
            })
    void what_would_run_something_makes_a_style_unfit(String part, String reason) throws IOException {
        assertThat(unfit(SampleStyle.ofVersion("1.0.0").graphic(part).text())).contains(reason);
    }

    @Test
    void a_remote_service_as_source_is_left_out() throws IOException {
        String sld = SampleStyle.ofVersion("1.0.0")
                .text()
                .replace(
                        "<NamedLayer>",
                        "<UserLayer><RemoteOWS><Service>WFS</Service></RemoteOWS></UserLayer><NamedLayer>");

        assertThat(fit(sld).sld()).doesNotContain("RemoteOWS", "WFS");
    }

    @Test
    void an_address_of_a_schema_is_not_given_on() throws IOException {
        String sld = SampleStyle.ofVersion("1.0.0")
                .text()
                .replace(
                        "<StyledLayerDescriptor ",
                        "<StyledLayerDescriptor xmlns:xsi='http://www.w3.org/2001/XMLSchema-instance'"
                                + " xsi:schemaLocation='http://www.opengis.net/sld http://10.0.0.1/sld.xsd' ");

        assertThat(fit(sld).sld()).doesNotContain("10.0.0.1");
    }

    @Test
    void no_document_type_is_taken_and_no_entity_is_read() throws IOException {
        String sld = SampleStyle.ofVersion("1.0.0").title("&secret;").text();
        String entity = "<!DOCTYPE x [<!ENTITY secret SYSTEM \"file:///etc/passwd\">]>";
        String bomb = "<!DOCTYPE x [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY secret \"&a;&a;&a;&a;&a;&a;\">]>";

        assertThat(unfit(entity + sld)).contains("document type");
        assertThat(unfit(bomb + sld)).contains("document type");
        assertThat(unfit("<!DOCTYPE x SYSTEM \"http://10.0.0.1/x.dtd\">" + sld)).contains("document type");
    }

    @Test
    void what_is_no_style_is_said_to_be_none() throws IOException {
        assertThat(unfit("")).contains("not well-formed");
        assertThat(unfit("hello")).contains("not well-formed");
        assertThat(unfit("<a/>")).contains("no Styled Layer Descriptor");
        assertThat(unfit(SampleStyle.ofVersion("2.0.0").text())).contains("version");
        assertThat(unfit("<StyledLayerDescriptor version=\"1.0.0\" xmlns=\"http://www.opengis.net/sld\"/>"))
                .contains("no style");
        assertThat(unfit(SampleStyle.ofVersion("1.0.0").text().replace("</NamedLayer>", "")))
                .contains("not well-formed");
    }

    @Test
    void size_and_depth_are_bounded() throws IOException {
        String sld = SampleStyle.ofVersion("1.0.0")
                .title("x".repeat(UploadedStyle.LARGEST))
                .text();
        String deep = SampleStyle.ofVersion("1.0.0")
                .graphic("<a>".repeat(200) + "</a>".repeat(200))
                .text();

        assertThat(unfit(sld)).contains("larger than 1024 kB");
        assertThat(unfit(deep)).contains("deeper");
    }
}
