package org.batchuploader.core.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.batchuploader.core.support.Scene;
import org.batchuploader.core.support.Scene.Command;
import org.batchuploader.core.support.Scene.Stage;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Walks the table of the documentation: each command in each stage of a dataset's life has the end that is written there. */
class StatesTest {
    private static final Path TABLE = Path.of("..", "docs", "states.md");

    @TempDir
    Path folder;

    @ParameterizedTest
    @EnumSource
    void each_command_ends_as_it_is_written(Stage stage) throws Exception {
        Map<Command, String> ends = new LinkedHashMap<>();
        for (Command command : Command.values()) {
            try (Scene scene = new Scene(folder.resolve(command.name()))) {
                scene.play(stage);
                String end = scene.after(command);
                ends.put(command, end);
                assertThat(scene.told()).as(stage + ", " + command + ": " + end).isEqualTo(scene.endings());
            }
        }
        assertThat(ends).isEqualTo(written(stage));
    }

    private static Map<Command, String> written(Stage stage) throws IOException {
        Map<Command, String> cells = new LinkedHashMap<>();
        List<String> row = Files.readAllLines(TABLE).stream()
                .filter(line -> line.startsWith("| " + stage.words() + " |"))
                .findFirst()
                .map(line -> new ArrayList<>(Arrays.asList(line.split("\\|"))))
                .orElseGet(ArrayList::new)
                .stream()
                .map(String::strip)
                .toList();
        int column = 2;
        for (Command command : Command.values()) {
            cells.put(command, column < row.size() ? row.get(column) : "");
            column++;
        }
        return cells;
    }
}
