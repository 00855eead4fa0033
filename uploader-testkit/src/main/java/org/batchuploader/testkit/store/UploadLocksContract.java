package org.batchuploader.testkit.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import org.awaitility.Awaitility;
import org.batchuploader.core.bundle.BundleKey;
import org.batchuploader.core.upload.DatasetState;
import org.batchuploader.core.upload.Upload;
import org.batchuploader.core.upload.UploadFile;
import org.batchuploader.core.upload.UploadQuery;
import org.batchuploader.core.upload.UploadState;
import org.junit.jupiter.api.Test;

/** The contract of {@link org.batchuploader.core.upload.UploadStore} for several at once. */
public abstract class UploadLocksContract extends StoreContract {
    private static final int THREADS = 6;
    private static final int ROUNDS = 5;

    @Test
    final void lock_latest_finds_the_newest_of_the_very_key() {
        insert("ada", "roads");
        var newest = insert("ada", "roads");
        insert("bob", "roads");
        insert("ada", "rivers");
        var key = new BundleKey("ada", "2024/roads", "ROADS");
        assertThat(stores().uploads().lockLatest(key)).contains(newest);
        assertThat(stores().uploads().lockLatest(new BundleKey("ada", "2024", "roads")))
                .isEmpty();
        assertThat(stores().uploads().lockLatest(new BundleKey("ada", "2024/road", "sroads")))
                .isEmpty();
    }

    @Test
    final void of_many_who_find_no_upload_of_a_key_one_makes_it() throws Exception {
        var key = new BundleKey("ada", "2024/roads", "roads");
        List<Upload> candidates = new ArrayList<>();
        for (int i = 0; i < THREADS * ROUNDS; i++) {
            candidates.add(samples().upload("ada", "roads"));
        }
        inParallel(candidates, candidate -> stores().transactions().run(() -> {
            if (stores().uploads().lockLatest(key).isEmpty()) {
                stores().uploads().insert(candidate);
            }
        }));
        assertThat(stores().uploads()
                        .list(new UploadQuery("ada", Set.of(), null, 99))
                        .items())
                .hasSize(1);
    }

    @Test
    final void nobody_else_changes_a_locked_upload() throws Exception {
        var upload = insert("ada", "roads");
        List<Integer> turns = new ArrayList<>();
        for (int i = 0; i < THREADS * ROUNDS; i++) {
            turns.add(i);
        }
        inParallel(turns, turn -> stores().transactions().run(() -> {
            var locked = stores().uploads().lock(upload.id()).orElseThrow();
            var files = new ArrayList<>(locked.files());
            files.add(new UploadFile("f" + turn, upload.files().get(0).blob(), turn, Samples.TIME, null));
            stores().uploads().update(locked.with(true, Samples.TIME, files));
        }));
        assertThat(stores().uploads().find(upload.id()).orElseThrow().files())
                .hasSize(2 + THREADS * ROUNDS)
                .doesNotHaveDuplicates();
    }

    @Test
    final void a_dataset_of_a_locked_upload_waits_to_be_put() throws Exception {
        var upload = insert("ada", "roads");
        var dataset = samples().dataset(upload, 0);
        stores().uploads().put(dataset);
        ExecutorService other = Executors.newSingleThreadExecutor();
        try {
            Future<?> put = stores().transactions().call(() -> {
                stores().uploads().lock(upload.id());
                var starting = new CountDownLatch(1);
                Future<?> waiting = other.submit(() -> {
                    starting.countDown();
                    stores().uploads().put(dataset.with(DatasetState.FAILED));
                });
                Awaitility.await().until(() -> starting.getCount() == 0);
                Awaitility.await().during(Duration.ofMillis(100)).until(() -> !waiting.isDone());
                stores().uploads().update(upload.with(UploadState.CANCELLED));
                stores().uploads().put(dataset.with(DatasetState.CANCELLED));
                return waiting;
            });
            put.get();
        } finally {
            other.shutdownNow();
        }
        assertThat(stores().uploads().dataset(dataset.id()).orElseThrow().state())
                .isEqualTo(DatasetState.FAILED);
    }

    private Upload insert(String owner, String base) {
        var upload = samples().upload(owner, base);
        stores().uploads().insert(upload);
        return upload;
    }

    private static <T> void inParallel(List<T> items, Consumer<T> work)
            throws InterruptedException, ExecutionException {
        ExecutorService threads = Executors.newFixedThreadPool(THREADS);
        try {
            List<Future<?>> running = new ArrayList<>();
            items.forEach(item -> running.add(threads.submit(() -> work.accept(item))));
            for (Future<?> one : running) {
                one.get();
            }
        } finally {
            threads.shutdownNow();
        }
    }
}
