package org.batchuploader.core.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class FaultPointTest {
    private static final String CODE = code();

    @ParameterizedTest
    @EnumSource
    void is_passed_somewhere_on_the_way(FaultPoint point) {
        assertThat(CODE).containsOnlyOnce("FaultPoint." + point + ".pass();");
    }

    @ParameterizedTest
    @EnumSource
    void an_ordinary_process_only_passes(FaultPoint point) {
        assertThat(Armed.fromProperty()).isNull();
        assertThatCode(point::pass).doesNotThrowAnyException();
    }

    @Test
    void no_name_is_passed_that_is_not_in_the_registry() {
        assertThat(Pattern.compile("FaultPoint\\.[A-Z_]+\\.pass\\(\\);")
                        .matcher(CODE)
                        .results())
                .hasSize(FaultPoint.values().length);
    }

    private static String code() {
        try (Stream<Path> files = Files.walk(Path.of("src", "main", "java"))) {
            List<Path> sources =
                    files.filter(file -> file.toString().endsWith(".java")).toList();
            StringBuilder code = new StringBuilder();
            for (Path source : sources) {
                code.append(Files.readString(source));
            }
            return code.toString().lines().map(String::strip).collect(Collectors.joining("\n"));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
