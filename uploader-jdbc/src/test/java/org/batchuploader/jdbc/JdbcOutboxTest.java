package org.batchuploader.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import org.batchuploader.core.id.Ids;
import org.batchuploader.core.task.Claim;
import org.batchuploader.core.task.NewTask;
import org.batchuploader.core.task.TaskOutbox.Word;
import org.batchuploader.core.task.Work;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JdbcOutboxTest {
    @TempDir
    Path folder;

    private final Ids ids = new Ids();

    @SuppressWarnings("NullAway.Init") // set before each test
    private JdbcStores stores;

    @BeforeEach
    void open() {
        stores = open(JdbcSettings.file(folder.resolve("with")).withOutbox());
    }

    @AfterEach
    void close() {
        stores.close();
    }

    @Test
    void there_is_word_of_each_task_in_the_order_queued_until_it_was_sent() {
        queue("a", "b", "c");
        List<Claim> claims = stores.tasks().claim(9, Duration.ofMinutes(1));
        List<Word> first = stores.outbox().send(0, 2, words -> {});
        assertThat(first).extracting(Word::orderKey).containsExactly("a", "b");
        assertThat(first)
                .extracting(Word::task)
                .containsExactly(claims.get(0).task(), claims.get(1).task());
        assertThat(stores.outbox().send(0, 9, words -> {}))
                .extracting(Word::orderKey)
                .containsExactly("c");
        assertThat(stores.outbox().send(0, 9, words -> {})).isEmpty();
    }

    @Test
    void word_that_could_not_be_sent_is_kept() {
        queue("a");
        assertThatThrownBy(() -> stores.outbox().send(0, 9, words -> {
                    throw new IllegalStateException("not confirmed");
                }))
                .hasMessage("not confirmed");
        assertThat(stores.outbox().send(0, 9, words -> {})).hasSize(1);
    }

    @Test
    void a_task_handed_back_or_redriven_is_told_again_and_one_that_pauses_is_not() {
        queue("a", "b", "c");
        stores.outbox().send(0, 9, words -> {});
        List<Claim> claims = stores.tasks().claim(9, Duration.ofMinutes(1));
        stores.tasks().release(claims.get(0));
        stores.tasks().retryLater(claims.get(1), Duration.ofMinutes(1), "later");
        stores.tasks().giveUp(claims.get(2), "refused");
        stores.tasks().redrive(claims.get(2).task());
        assertThat(stores.outbox().send(0, 9, words -> {}))
                .extracting(Word::orderKey)
                .containsExactly("a", "c");
    }

    @Test
    void without_a_broker_nothing_is_kept() {
        try (JdbcStores without = open(JdbcSettings.file(folder.resolve("without")))) {
            without.tasks().enqueue(new NewTask(new Work.PublishDataset(ids.dataset()), "ada", "a"));
            assertThat(without.outbox().send(0, 9, words -> {})).isEmpty();
        }
    }

    private void queue(String... orderKeys) {
        for (String orderKey : orderKeys) {
            stores.tasks().enqueue(new NewTask(new Work.PublishDataset(ids.dataset()), "ada", orderKey));
        }
    }

    private JdbcStores open(JdbcSettings settings) {
        return JdbcStores.open(settings, InstantSource.system(), ids);
    }
}
