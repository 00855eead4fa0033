package org.batchuploader.app.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.batchuploader.core.task.Bounds;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WorkersConfigurationTest {
    @TempDir
    Path folder;

    @Test
    void bounds_and_weights_are_read() throws Exception {
        assertThat(read("workers: {all: 30, perOwner: 5, weights: \"ada=3, bob smith = 2\"}"))
                .isEqualTo(new Bounds(30, 5, Map.of("ada", 3, "bob smith", 2)));
        assertThat(read("")).isEqualTo(new Bounds(1000, 1000, Map.of()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"ada", "ada=0", "ada=x", "=3", "ada=3000000000"})
    void weights_that_are_none_are_refused_by_key(String weights) {
        assertThatThrownBy(() -> read("workers: {weights: \"" + weights + "\"}"))
                .isInstanceOf(InvalidConfiguration.class)
                .hasMessageContaining("workers.weights")
                .hasMessageContaining("ada=3, bob=2");
    }

    private Bounds read(String yaml) throws Exception {
        Path file = Files.writeString(folder.resolve("uploader.yaml"), yaml);
        return new ConfigurationLoader()
                .file(file)
                .load()
                .configuration()
                .workers()
                .bounds();
    }
}
