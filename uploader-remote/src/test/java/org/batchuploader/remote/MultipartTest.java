package org.batchuploader.remote;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MultipartTest {
    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    private static String read(Multipart form) throws IOException {
        try (InputStream in = form.open()) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @Test
    void fields_and_files_follow_each_other() throws IOException {
        Path file = Files.writeString(folder.resolve("blob"), "shapes");
        var form = new Multipart()
                .field("action", "über")
                .file("base_file", "roads.shp", "application/octet-stream", StreamedBody.of(file));
        String boundary = form.mediaType().replaceFirst(".*boundary=", "--");

        assertThat(read(form))
                .isEqualTo(boundary + "\r\nContent-Disposition: form-data; name=\"action\"\r\n\r\nüber\r\n" + boundary
                        + "\r\nContent-Disposition: form-data; name=\"base_file\"; filename=\"roads.shp\"\r\n"
                        + "Content-Type: application/octet-stream\r\n\r\nshapes\r\n" + boundary + "--\r\n");
        assertThat(form.length()).hasValue(read(form).getBytes(StandardCharsets.UTF_8).length);
    }

    @Test
    void it_can_be_read_again() throws IOException {
        var form = new Multipart().field("a", "1").file("b", "b.txt", "text/plain", Multipart.text(""));

        assertThat(read(form)).isEqualTo(read(form)).contains("name=\"b\"");
    }

    @Test
    void no_more_than_one_file_is_open_at_a_time_and_none_in_the_end() throws IOException {
        var open = new AtomicInteger();
        var most = new AtomicInteger();
        StreamedBody counted = () -> {
            most.accumulateAndGet(open.incrementAndGet(), Math::max);
            return new FilterInputStream(Multipart.text("content").open()) {
                @Override
                public void close() throws IOException {
                    open.decrementAndGet();
                    super.close();
                }
            };
        };
        var form = new Multipart().file("a", "a", "text/plain", counted).file("b", "b", "text/plain", counted);

        assertThat(read(form)).contains("content");
        assertThat(most).hasValue(1);
        assertThat(open).hasValue(0);
    }

    @Test
    void a_body_of_unknown_length_makes_the_whole_unknown() throws IOException {
        var form = new Multipart().file("a", "a.zip", "application/zip", InputStream::nullInputStream);

        assertThat(form.length()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a\"b", "a\r\nb", "a\\b", "Straße"})
    void a_name_that_would_break_a_header_is_a_programming_error(String name) {
        var form = new Multipart();

        assertThatIllegalArgumentException().isThrownBy(() -> form.field(name, "x"));
        assertThatIllegalArgumentException().isThrownBy(() -> form.file("a", name, "text/plain", Multipart.text("x")));
    }
}
