package org.batchuploader.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import org.batchuploader.core.id.Ids;
import org.batchuploader.core.id.TaskId;
import org.batchuploader.core.task.NewTask;
import org.batchuploader.core.task.Work;
import org.batchuploader.jdbc.JdbcSettings;
import org.batchuploader.jdbc.JdbcStores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DeadCommandTest {
    @TempDir
    Path data;

    @Test
    void a_task_that_was_given_up_is_listed_shown_and_queued_again() {
        TaskId task = giveUp();
        assertThat(run("list").out()).contains(task.value(), "ada", "the mail server refused");
        assertThat(run("show", task).out())
                .contains("work:     DeliverNotice", "order:    notice:1", "attempts: 1", "the mail server refused");
        assertThat(run("redrive", task).exitCode()).isZero();
        assertThat(run("list").out()).isEmpty();
        try (var stores = open()) {
            assertThat(stores.tasks().claim(1, Duration.ofMinutes(1)))
                    .singleElement()
                    .satisfies(claim -> assertThat(claim.task()).isEqualTo(task));
        }
    }

    @Test
    void a_task_that_was_dropped_is_gone() {
        TaskId task = giveUp();
        assertThat(run("drop", task).exitCode()).isZero();
        Shell.Result again = run("drop", task);
        assertThat(again.exitCode()).isEqualTo(1);
        assertThat(again.err().lines())
                .containsExactly("uploader: no task " + task + " was given up; see uploader dead list");
    }

    @Test
    void what_is_no_task_is_refused_with_a_sentence() {
        assertThat(run("show", "nonsense").err()).startsWith("uploader: no task nonsense was given up");
    }

    private TaskId giveUp() {
        try (var stores = open()) {
            stores.tasks().enqueue(new NewTask(new Work.DeliverNotice(new Ids().notice()), "ada", "notice:1"));
            var claim = stores.tasks().claim(1, Duration.ofMinutes(1)).get(0);
            stores.tasks().giveUp(claim, "the mail server refused");
            return claim.task();
        }
    }

    private Shell.Result run(Object... words) {
        Object[] all = new Object[words.length + 3];
        System.arraycopy(new Object[] {"dead", "--data", data}, 0, all, 0, 3);
        System.arraycopy(words, 0, all, 3, words.length);
        return Shell.run(all);
    }

    private JdbcStores open() {
        return JdbcStores.open(JdbcSettings.file(data.resolve("uploader")), InstantSource.system(), new Ids());
    }
}
