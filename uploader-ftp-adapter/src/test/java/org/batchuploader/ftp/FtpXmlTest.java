package org.batchuploader.ftp;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FtpXmlTest {
    @Test
    void the_originals_defaults_file_gives_the_defaults() throws IOException {
        try (InputStream in = Objects.requireNonNull(getClass().getResourceAsStream("/original-ftp.xml"))) {
            assertThat(FtpXml.read(in, "ftp.xml")).isEqualTo(FtpSettings.DEFAULT);
        }
    }

    @Test
    void every_key_is_read() {
        var settings = read("<ftp><enabled>true</enabled><ftpPort>21</ftpPort><idleTimeout>120</idleTimeout>"
                + "<serverAddress>10.0.0.1</serverAddress><passivePorts>2300, 2305, 2400-</passivePorts>"
                + "<passiveAddress>10.0.0.2</passiveAddress>"
                + "<passiveExternalAddress>ftp.example.org</passiveExternalAddress></ftp>");
        assertThat(settings)
                .isEqualTo(new FtpSettings(
                        true,
                        21,
                        Duration.ofMinutes(2),
                        "10.0.0.1",
                        "2300, 2305, 2400-",
                        "10.0.0.2",
                        "ftp.example.org",
                        FtpLimits.DEFAULT,
                        FtpRules.DEFAULT));
    }

    @Test
    void a_config_element_around_the_keys_is_fine() {
        assertThat(read("<config><ftp><ftpPort>2121</ftpPort></ftp></config>").port())
                .isEqualTo(2121);
        assertThat(read("<ftp><config><ftpPort>2122</ftpPort></config></ftp>").port())
                .isEqualTo(2122);
    }

    @ParameterizedTest
    @ValueSource(strings = {"2300", "2300-2399", "2300-", "2300, 2305, 2400-", "0"})
    void the_grammar_of_passive_ports_is_taken(String ports) {
        assertThat(read("<ftp><passivePorts>" + ports + "</passivePorts></ftp>").passivePorts())
                .isEqualTo(ports);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "enabled|maybe",
                "ftpPort|ftp",
                "ftpPort|70000",
                "idleTimeout|0",
                "idleTimeout|99999999999",
                "passivePorts|2300:2400",
                "passivePorts|2400-2300",
                "passivePorts|70000",
                "passivePorts|0-5",
                "passivePorts|2300,,2301",
                "serverAddress|a b",
                "passivePort|2300"
            })
    void what_is_wrong_is_named_with_key_value_and_line(String key, String value) {
        assertThatThrownBy(() -> read("<ftp>\n\n<" + key + ">" + value + "</" + key + ">\n</ftp>"))
                .isInstanceOf(FtpXml.Invalid.class)
                .hasMessageContaining("ftp.xml, line 3")
                .hasMessageContaining("<" + key + ">")
                .hasMessageContaining(value);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<!DOCTYPE ftp [<!ENTITY e SYSTEM 'file:///etc/passwd'>]><ftp><serverAddress>&e;</serverAddress></ftp>",
                "<!DOCTYPE ftp><ftp/>",
                "<ftp><serverAddress>&e;</serverAddress></ftp>",
                "<ftp><enabled>true</ftp>",
                "<ftp>true</ftp>",
                "<http><enabled>true</enabled></http>",
                ""
            })
    void what_is_no_such_file_is_refused(String xml) {
        assertThatThrownBy(() -> read(xml)).isInstanceOf(FtpXml.Invalid.class).hasMessageContaining("ftp.xml, line ");
    }

    private static FtpSettings read(String xml) {
        return FtpXml.read(new ByteArrayInputStream(xml.getBytes(UTF_8)), "ftp.xml");
    }
}
