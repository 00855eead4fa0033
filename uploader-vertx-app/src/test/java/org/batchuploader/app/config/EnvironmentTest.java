package org.batchuploader.app.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EnvironmentTest {
    @TempDir
    Path folder;

    @Test
    void the_environment_goes_over_the_file_and_the_command_line_over_both() throws Exception {
        Path file = Files.writeString(folder.resolve("c.yaml"), "http:\n  port: 1001\n  address: 127.0.0.1\n");
        Configuration configuration = new ConfigurationLoader()
                .file(file)
                .environment(Map.of("UPLOADER_HTTP_PORT", "1002", "UPLOADER_FTP_PORT", "1003"))
                .option("ftp.port", 1004, "--ftp-port")
                .load()
                .configuration();
        assertThat(configuration.http().port()).isEqualTo(1002);
        assertThat(configuration.http().address()).isEqualTo("127.0.0.1");
        assertThat(configuration.ftp().port()).isEqualTo(1004);
    }

    @Test
    void a_mistyped_variable_of_ours_is_refused_and_others_are_none_of_our_business() {
        ConfigurationLoader loader = new ConfigurationLoader();
        assertThatThrownBy(() -> loader.environment(Map.of("UPLOADER_HTTP_PROT", "1")))
                .isInstanceOf(InvalidConfiguration.class)
                .hasMessageContaining("UPLOADER_HTTP_PROT")
                .hasMessageContaining("UPLOADER_HTTP_PORT");
        assertThat(new ConfigurationLoader()
                        .environment(Map.of("UPLOADER_PASSWORD", "x", "PATH", "/bin", "UPLOADER_HOME", "/opt"))
                        .load()
                        .lines())
                .doesNotContain("/opt");
    }

    @Test
    void a_wrong_value_names_where_it_was_written_but_never_a_secret() {
        ConfigurationLoader loader = new ConfigurationLoader().environment(Map.of("UPLOADER_HTTP_ENABLED", "perhaps"));
        assertThatThrownBy(loader::load)
                .hasMessage("http.enabled must be true or false; it is \"perhaps\" (UPLOADER_HTTP_ENABLED)");
    }
}
