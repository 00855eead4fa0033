package org.batchuploader.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.batchuploader.testkit.sample.SampleCrs;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class CrsCommandTest {
    private static final InputStream STANDARD_INPUT = System.in;

    private final StringWriter out = new StringWriter();

    @AfterEach
    void give_standard_input_back() {
        System.setIn(STANDARD_INPUT);
    }

    private int run(String... arguments) {
        CommandLine line = Main.commandLine();
        line.setOut(new PrintWriter(out));
        line.setErr(new PrintWriter(out));
        return line.execute(arguments);
    }

    @Test
    void answers_each_line_with_one_line_and_with_no_code_when_refusing() {
        String lines = "a\t" + SampleCrs.SWISS_LV95 + "\nb\tnonsense\n\nd\t"
                + SampleCrs.SWISS_LV95.replace("2600000.0", "2600500.0") + "\r\ne\tEPSG:27700";
        System.setIn(new ByteArrayInputStream(lines.getBytes(StandardCharsets.UTF_8)));

        assertThat(run("crs", "--tsv")).isZero();

        String[] rows = out.toString().split("\n");
        assertThat(rows).hasSize(5).allMatch(row -> row.split("\t", -1).length == 5);
        assertThat(rows[0]).startsWith("a\tEPSG:2056\t0.9");
        assertThat(rows[1]).isEqualTo("b\t\t0.000\t\t");
        assertThat(rows[2]).isEqualTo("\t\t0.000\t\t");
        assertThat(rows[3]).startsWith("d\t\t0.000\tEPSG:2056\t");
        assertThat(rows[4]).startsWith("e\tEPSG:27700\t1.000");
    }

    @Test
    void prints_a_table_for_a_file(@TempDir Path folder) throws IOException {
        Path prj = Files.writeString(folder.resolve("roads.prj"), SampleCrs.NAD_83_UTM_17N);

        assertThat(run("crs", prj.toString())).isZero();

        assertThat(out.toString()).contains("roads.prj").contains("EPSG:26917").contains("NAD83 / UTM zone 17N");
    }

    @Test
    void searches_by_words_and_by_extent() {
        assertThat(run("crs", "--search", "lambert 93")).isZero();
        assertThat(out.toString()).contains("EPSG:2154");
        assertThat(run("crs", "--search", "no such place")).isEqualTo(1);
        assertThat(run("crs", "--extent", "1,2,3")).isEqualTo(1);
        assertThat(out.toString()).contains("minX,minY,maxX,maxY");
    }
}
