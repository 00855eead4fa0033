package org.batchuploader.testkit.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.batchuploader.core.id.BlobId;
import org.batchuploader.core.upload.UploadState;
import org.junit.jupiter.api.Test;

/** The contract of {@link org.batchuploader.core.task.Transactions}, over all stores and the queue. */
public abstract class TransactionsContract extends StoreContract {
    private static final class Broken extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    @Test
    final void what_is_done_in_stores_and_queue_takes_effect_together() {
        var upload = samples().upload("ada", "roads");
        String seen = stores().transactions().call(() -> {
            stores().uploads().insert(upload);
            stores().tasks().enqueue(samples().task("ada", "k"));
            return "done";
        });
        assertThat(seen).isEqualTo("done");
        assertThat(stores().uploads().find(upload.id())).contains(upload);
        assertThat(stores().tasks().depth().waiting()).isEqualTo(1);
    }

    @Test
    final void an_exception_undoes_every_kind_of_change_in_every_store() {
        var kept = samples().upload("ada", "kept");
        var gone = samples().upload("ada", "gone");
        var dataset = samples().dataset(kept, 0);
        var layer = samples().layer("ada", "kept");
        var notice = samples().notice("ada");
        var entry = samples().entry("ada", "a/b.zip");
        stores().uploads().insert(kept);
        stores().uploads().insert(gone);
        stores().uploads().put(dataset);
        stores().layers().reserve(layer);
        stores().notices().insert(notice);
        stores().drops().put(entry);
        stores().tasks().enqueue(samples().task("ada", "k"));
        var claim = stores().tasks().claim(1, Duration.ofMinutes(1)).get(0);

        assertThatThrownBy(() -> stores().transactions().run(() -> {
                    stores().uploads().update(kept.with(UploadState.FAILED));
                    stores().uploads().delete(gone.id());
                    stores().uploads().put(dataset.withAttempt(9));
                    stores().uploads().append(Samples.history(kept.id(), "no"));
                    stores().layers().reserve(samples().layer("ada", "more"));
                    stores().layers().delete(layer.id());
                    stores().notices().insert(samples().notice("ada"));
                    stores().notices().markRead(notice.id(), "ada", Samples.TIME);
                    stores().drops().remove("ada", "a/b.zip");
                    stores().drops().put(samples().entry("ada", "new"));
                    stores().tasks().complete(claim);
                    stores().tasks().enqueue(samples().task("ada", "l"));
                    throw new Broken();
                }))
                .isInstanceOf(Broken.class);

        assertThat(stores().uploads().find(kept.id())).contains(kept);
        assertThat(stores().uploads().find(gone.id())).contains(gone);
        assertThat(stores().uploads().dataset(dataset.id())).contains(dataset);
        assertThat(stores().uploads().history(kept.id())).isEmpty();
        assertThat(stores().layers().ofOwner("ada", 9)).containsExactly(layer);
        assertThat(stores().notices().list("ada", null, 9).items()).containsExactly(notice);
        assertThat(stores().drops().find("ada", "a/b.zip")).contains(entry);
        assertThat(stores().drops().find("ada", "new")).isEmpty();
        assertThat(stores().tasks().holds(claim)).isTrue();
        assertThat(stores().tasks().depth().waiting()).isZero();
    }

    @Test
    final void one_sees_ones_own_changes_before_the_end() {
        var upload = samples().upload("ada", "roads");
        boolean seen = stores().transactions().call(() -> {
            stores().uploads().insert(upload);
            return stores().uploads().find(upload.id()).isPresent();
        });
        assertThat(seen).isTrue();
    }

    @Test
    final void a_nested_call_is_undone_with_the_outer_one() {
        var upload = samples().upload("ada", "roads");
        assertThatThrownBy(() -> stores().transactions().run(() -> {
                    stores().transactions().run(() -> stores().uploads().insert(upload));
                    throw new Broken();
                }))
                .isInstanceOf(Broken.class);
        assertThat(stores().uploads().find(upload.id())).isEmpty();
    }

    @Test
    final void an_outer_call_cannot_commit_what_a_nested_one_left_half_done() {
        var upload = samples().upload("ada", "roads");
        assertThatThrownBy(() -> stores().transactions().run(() -> {
                    stores().uploads().insert(upload);
                    assertThatThrownBy(() -> stores().transactions().run(() -> {
                                throw new Broken();
                            }))
                            .isInstanceOf(Broken.class);
                }))
                .isInstanceOf(IllegalStateException.class)
                .hasCauseInstanceOf(Broken.class);
        assertThat(stores().uploads().find(upload.id())).isEmpty();
    }

    @Test
    final void an_error_undoes_as_an_exception_does() {
        var upload = samples().upload("ada", "roads");
        assertThatThrownBy(() -> stores().transactions().run(() -> {
                    stores().uploads().insert(upload);
                    throw new AssertionError("on purpose");
                }))
                .isInstanceOf(AssertionError.class);
        assertThat(stores().uploads().find(upload.id())).isEmpty();
    }

    @Test
    final void actions_after_the_commit_run_once_in_order_on_the_same_thread_and_see_it_committed() {
        var upload = samples().upload("ada", "roads");
        List<String> ran = new ArrayList<>();
        Thread self = Thread.currentThread();
        stores().transactions().run(() -> {
            stores().transactions().run(() -> stores().transactions().afterCommit(() -> {
                ran.add("first " + (Thread.currentThread() == self));
                stores().transactions().run(() -> stores().uploads().append(Samples.history(upload.id(), "after")));
            }));
            stores().transactions().afterCommit(() -> ran.add("second"));
            stores().uploads().insert(upload);
            assertThat(ran).isEmpty();
        });
        assertThat(ran).containsExactly("first true", "second");
        assertThat(stores().uploads().history(upload.id())).hasSize(1);
    }

    @Test
    final void an_action_runs_at_once_without_a_transaction_and_never_when_undone() {
        List<String> ran = new ArrayList<>();
        stores().transactions().afterCommit(() -> ran.add("now"));
        assertThatThrownBy(() -> stores().transactions().run(() -> {
                    stores().transactions().afterCommit(() -> ran.add("never"));
                    throw new Broken();
                }))
                .isInstanceOf(Broken.class);
        stores().transactions().run(() -> {});
        assertThat(ran).containsExactly("now");
    }

    @Test
    final void a_failing_action_neither_reaches_the_caller_nor_stops_the_next() {
        List<String> ran = new ArrayList<>();
        stores().transactions().run(() -> {
            stores().transactions().afterCommit(() -> {
                throw new Broken();
            });
            stores().transactions().afterCommit(() -> ran.add("next"));
        });
        assertThat(ran).containsExactly("next");
    }

    @Test
    final void a_thread_goes_on_after_a_transaction_was_undone() {
        assertThatThrownBy(() -> stores().transactions().run(() -> {
                    throw new Broken();
                }))
                .isInstanceOf(Broken.class);
        var entry = samples().entry("ada", "x");
        stores().drops().put(entry);
        BlobId blob = Objects.requireNonNull(entry.blob());
        assertThat(stores().drops().referenced(Set.of(blob))).containsExactly(blob);
    }
}
