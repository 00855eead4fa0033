package org.batchuploader.geotools.crs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import org.batchuploader.core.inspect.CrsCandidate;
import org.junit.jupiter.api.Test;

/** 520 current codes as ESRI, GDAL and WKT 2 write them, without identifiers; every method of projection is among them. */
class CrsCorpusTest {
    private static final Pattern FALSE_EASTING = Pattern.compile("(?i)(false.easting\",)(-?[\\d.]+)");

    private final CrsSearch search = new CrsSearch();

    private record Row(String code, String text) {}

    private static List<Row> rows() throws IOException {
        try (var in = new BufferedReader(new InputStreamReader(
                Objects.requireNonNull(CrsCorpusTest.class.getResourceAsStream("sample.tsv")),
                StandardCharsets.UTF_8))) {
            return in.lines()
                    .map(line -> line.split("\t", 2))
                    .map(cells -> new Row("EPSG:" + cells[0], cells[1]))
                    .toList();
        }
    }

    @Test
    void finds_every_code_again_without_its_identifiers() throws IOException {
        var wrong = new ArrayList<String>();
        for (Row row : rows()) {
            CrsSearch.Answer answer = search.identify(row.text());
            String first = answer.candidates().isEmpty()
                    ? "nothing"
                    : answer.candidates().get(0).code();
            if (!answer.answered() || !first.equals(row.code())) {
                wrong.add(row.code() + " was taken for " + first);
            }
        }
        assertThat(wrong).isEmpty();
    }

    @Test
    void is_not_sure_of_a_code_when_name_and_datum_are_blotted_out() throws IOException {
        int sureAndWrong = 0;
        for (Row row : rows()) {
            String blotted = row.text()
                    .replaceAll("^(\\w+\\[)\"[^\"]*\"", "$1\"unnamed\"")
                    .replaceAll("((?:GEOGCS|GEOGCRS|BASEGEOGCRS|DATUM|ENSEMBLE)\\[)\"[^\"]*\"", "$1\"unknown\"");
            List<CrsCandidate> candidates = search.identify(blotted).candidates();
            if (!candidates.isEmpty()
                    && candidates.get(0).confidence() > 0.9
                    && !candidates.get(0).code().equals(row.code())) {
                sureAndWrong++;
            }
        }
        assertThat(sureAndWrong).isZero();
    }

    @Test
    void refuses_what_lies_a_metre_beside() throws IOException {
        for (Row row : rows()) {
            String moved = FALSE_EASTING
                    .matcher(row.text())
                    .replaceAll(found -> found.group(1) + (Double.parseDouble(found.group(2)) + 1));
            if (!moved.equals(row.text())) {
                CrsSearch.Answer answer = search.identify(moved);
                assertThat(answer.candidates())
                        .as(row.code())
                        .noneMatch(candidate ->
                                candidate.confidence() > 0.9 && candidate.code().equals(row.code()));
            }
        }
    }
}
