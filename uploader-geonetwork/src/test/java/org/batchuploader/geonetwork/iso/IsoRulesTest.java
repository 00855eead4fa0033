package org.batchuploader.geonetwork.iso;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class IsoRulesTest {
    private static final String FULL =
            new String(IsoWriter.write(FullRecord.vector().build()), StandardCharsets.UTF_8);

    @Test
    void a_full_record_keeps_them_all() {
        assertThat(IsoRules.check(IsoWriter.write(FullRecord.vector().build()))).isEmpty();
        assertThat(IsoRules.check(IsoWriter.write(FullRecord.raster().build()))).isEmpty();
    }

    /** A rule, and what to take away from the full record to break it. */
    static Stream<Arguments> breaks() {
        return Stream.of(
                Arguments.of("file-identifier", "(?s)<gmd:fileIdentifier>.*?</gmd:fileIdentifier>", ""),
                Arguments.of("language", "(?s)(<gmd:fileIdentifier>.*?)<gmd:language>.*?</gmd:language>", "$1"),
                Arguments.of("hierarchy-level-name", "(<gmd:MD_ScopeCode [^>]*codeListValue=\")dataset", "$1model"),
                Arguments.of("contact", "(?s)<gmd:contact>.*?</gmd:contact>", ""),
                Arguments.of("party-name", "(?s)<gmd:individualName>\\s*<[^>]*>maria.*?</gmd:individualName>", ""),
                Arguments.of("party-role", "codeListValue=\"distributor\"", "codeListValue=\"\""),
                Arguments.of("date-stamp", "(?s)<gmd:dateStamp>.*?</gmd:dateStamp>", ""),
                Arguments.of("title", "(?s)(<gmd:CI_Citation>\\s*)<gmd:title>.*?</gmd:title>", "$1"),
                Arguments.of("date", "codeListValue=\"creation\"", "codeListValue=\"\""),
                Arguments.of("abstract", "(?s)<gmd:abstract>.*?</gmd:abstract>", ""),
                Arguments.of("topic-category", "(?s)<gmd:topicCategory>.*?</gmd:topicCategory>", ""),
                Arguments.of("extent", "(?s)<gmd:extent>.*?</gmd:extent>", ""),
                Arguments.of("bounding-box", "<gco:Decimal>47.125<", "<gco:Decimal>91<"),
                Arguments.of("quality-scope", "(?s)(<gmd:scope>.*?codeListValue=\")dataset", "$1"),
                Arguments.of("lineage", "(?s)<gmd:report>.*?</gmd:report>|<gmd:lineage>.*?</gmd:lineage>", ""),
                Arguments.of("lineage-content", "(?s)<gmd:statement>.*?</gmd:statement>", ""),
                Arguments.of("format-name", "(?s)(<gmd:MD_Format>\\s*)<gmd:name>.*?</gmd:name>", "$1"),
                Arguments.of("distribution-format", "(?s)<gmd:distributionFormat>.*</gmd:distributionFormat>", ""),
                Arguments.of("other-constraints", "(?s)<gmd:otherConstraints>.*?</gmd:otherConstraints>", ""),
                Arguments.of("linkage", "https://maps.example/ows", " "),
                Arguments.of("empty-text", ">Planning.<", "> <"));
    }

    @ParameterizedTest
    @MethodSource("breaks")
    void each_rule_is_broken_by_what_it_is_about(String rule, String pattern, String replacement) {
        String broken = FULL.replaceAll(pattern, replacement);

        assertThat(broken).isNotEqualTo(FULL);
        assertThat(IsoRules.check(broken.getBytes(StandardCharsets.UTF_8)))
                .extracting(IsoRules.Breach::rule)
                .contains(rule);
    }

    @Test
    void every_rule_is_broken_in_a_test() {
        assertThat(breaks().map(a -> (String) a.get()[0]))
                .containsExactlyInAnyOrderElementsOf(Stream.of(IsoRule.values())
                        .filter(rule -> rule != IsoRule.RECORD)
                        .map(IsoRule::id)
                        .toList());
    }

    @Test
    void what_is_no_record_or_no_xml_is_said_to_be_none() {
        assertThat(IsoRules.check("<foo/>".getBytes(StandardCharsets.UTF_8)))
                .extracting(IsoRules.Breach::rule)
                .containsExactly("record");
        assertThat(IsoRules.check("<foo".getBytes(StandardCharsets.UTF_8)))
                .extracting(IsoRules.Breach::rule)
                .containsExactly("well-formed");
        assertThat(IsoRules.check("<!DOCTYPE a [<!ENTITY b SYSTEM \"file:///etc/passwd\">]><a>&b;</a>"
                        .getBytes(StandardCharsets.UTF_8)))
                .extracting(IsoRules.Breach::rule)
                .containsExactly("well-formed");
    }

    @Test
    void a_record_that_apache_sis_wrote_is_judged_too() throws IOException {
        try (InputStream in =
                Objects.requireNonNull(IsoRulesTest.class.getResourceAsStream("/recorded/02-insert.http"))) {
            String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            String record = text.substring(text.indexOf("<gmd:MD_Metadata"), text.indexOf("</csw:Insert>"));

            assertThat(IsoRules.check(record.getBytes(StandardCharsets.UTF_8))).isEmpty();
        }
    }
}
