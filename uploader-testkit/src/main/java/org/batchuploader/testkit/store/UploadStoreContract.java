package org.batchuploader.testkit.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.batchuploader.core.bundle.BundleKey;
import org.batchuploader.core.id.BlobId;
import org.batchuploader.core.id.DatasetId;
import org.batchuploader.core.inspect.Correction;
import org.batchuploader.core.publish.Step;
import org.batchuploader.core.upload.Dataset;
import org.batchuploader.core.upload.DatasetState;
import org.batchuploader.core.upload.HistoryEntry;
import org.batchuploader.core.upload.Page;
import org.batchuploader.core.upload.Upload;
import org.batchuploader.core.upload.UploadFile;
import org.batchuploader.core.upload.UploadQuery;
import org.batchuploader.core.upload.UploadState;
import org.batchuploader.core.upload.UploadStore;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The contract of {@link UploadStore} for one caller; {@link UploadLocksContract} is that for several. */
public abstract class UploadStoreContract extends StoreContract {
    private UploadStore store() {
        return stores().uploads();
    }

    private Upload stored(String owner, String base) {
        var upload = samples().upload(owner, base);
        store().insert(upload);
        return upload;
    }

    @Test
    final void an_upload_comes_back_as_it_was_inserted() {
        var upload = stored("ada", "roads");
        assertThat(store().find(upload.id())).contains(upload);
        assertThat(store().lock(upload.id())).contains(upload);
        assertThat(store().find(samples().ids().upload())).isEmpty();
        assertThat(store().lock(samples().ids().upload())).isEmpty();
    }

    @Test
    final void an_upload_is_inserted_once() {
        var upload = stored("ada", "roads");
        assertThatThrownBy(() -> store().insert(upload)).isInstanceOf(RuntimeException.class);
    }

    @Test
    final void an_update_replaces_everything() {
        var upload = stored("ada", "roads");
        var changed = upload.with(
                        false, Samples.TIME.plusSeconds(60), List.of(samples().file("only.zip")))
                .with(UploadState.PUBLISHED);
        store().update(changed);
        assertThat(store().find(upload.id())).contains(changed);
    }

    @Test
    final void uploads_are_found_by_the_bytes_of_their_files_newest_first() {
        String bytes = "0123456789abcdef".repeat(4);
        Upload first =
                withFiles("ada", samples().file("a.zip", bytes), samples().file("b.zip", "f".repeat(64)));
        Upload second =
                withFiles("ada", samples().file("c.zip", bytes), samples().file("d.zip", bytes));
        withFiles("otto", samples().file("a.zip", bytes));

        assertThat(store().withBytes("ada", bytes, 5)).containsExactly(second, first);
        assertThat(store().withBytes("ada", bytes, 1)).containsExactly(second);
        assertThat(store().withBytes("ada", "e".repeat(64), 5)).isEmpty();
        assertThat(store().find(first.id()).orElseThrow().files().get(0).sha256())
                .isEqualTo(bytes);
    }

    @Test
    final void uploads_of_a_bundle_and_of_a_folder_are_found_the_newest_first() {
        Upload first = stored("ada", "roads");
        Upload second = stored("ada", "roads");
        stored("bob", "roads");
        Upload rivers = stored("ada", "rivers");
        assertThat(store().ofBundle(new BundleKey("ada", first.folder(), "Roads"), 5))
                .extracting(Upload::id)
                .containsExactly(second.id(), first.id());
        assertThat(store().ofBundle(new BundleKey("ada", first.folder(), "roads"), 1))
                .extracting(Upload::id)
                .containsExactly(second.id());
        assertThat(store().ofBundle(new BundleKey("ada", first.folder() + "x", "roads"), 5))
                .isEmpty();
        store().update(rivers.movedTo("elsewhere", "rivers", rivers.files()));
        assertThat(store().list(new UploadQuery("ada", "elsewhere", Set.of(), null, 5))
                        .items())
                .extracting(Upload::id)
                .containsExactly(rivers.id());
        assertThat(store().list(new UploadQuery("ada", first.folder(), Set.of(), null, 5))
                        .items())
                .extracting(Upload::id)
                .containsExactly(second.id(), first.id());
    }

    private Upload withFiles(String owner, UploadFile... files) {
        Upload upload = stored(owner, "roads").with(false, Samples.TIME, List.of(files));
        store().update(upload);
        return upload;
    }

    @Test
    final void an_update_of_what_is_not_stored_is_an_error() {
        assertThatThrownBy(() -> store().update(samples().upload("ada", "roads")))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    final void a_dataset_comes_back_as_it_was_put() {
        var full = samples().dataset(stored("ada", "roads"), 0);
        var bare = new Dataset(
                samples().ids().dataset(),
                full.upload(),
                "ada",
                1,
                "n",
                "o",
                null,
                List.of(),
                List.of(),
                DatasetState.RECEIVED,
                Correction.NONE,
                null,
                List.of(),
                null,
                null,
                null,
                0);
        store().put(full);
        store().put(bare);
        assertThat(store().dataset(full.id())).contains(full);
        assertThat(store().dataset(bare.id())).contains(bare);
        assertThat(store().dataset(samples().ids().dataset())).isEmpty();
    }

    @Test
    final void a_dataset_that_is_put_again_is_replaced() {
        var dataset = samples().dataset(stored("ada", "roads"), 0);
        store().put(dataset);
        var changed = dataset.with(DatasetState.PUBLISHED)
                .withParts(List.of(dataset.parts().get(1)))
                .withPrepared(List.of())
                .withMember(null)
                .withLayer(null)
                .withProblems(List.of())
                .with(Correction.charset("UTF-8"));
        store().put(changed);
        assertThat(store().datasets(dataset.upload())).containsExactly(changed);
    }

    @Test
    final void a_dataset_or_an_entry_of_an_unknown_upload_is_refused() {
        var upload = samples().upload("ada", "roads");
        assertThatThrownBy(() -> store().put(samples().dataset(upload, 0))).isInstanceOf(RuntimeException.class);
        assertThatThrownBy(() -> store().append(Samples.history(upload.id(), "x")))
                .isInstanceOf(RuntimeException.class);
    }

    @Test
    final void a_dataset_is_found_by_its_layer() {
        var upload = stored("ada", "roads");
        var layer = samples().ids().layer();
        var dataset = samples().dataset(upload, 0).withLayer(layer);
        store().put(dataset);
        assertThat(store().ofLayer(layer)).contains(dataset);
        assertThat(store().ofLayer(samples().ids().layer())).isEmpty();
    }

    @Test
    final void datasets_come_in_order_of_position() {
        var upload = stored("ada", "roads");
        for (int position : List.of(10, 2, 0, 1)) {
            store().put(samples().dataset(upload, position));
        }
        assertThat(store().datasets(upload.id())).extracting(Dataset::position).containsExactly(0, 1, 2, 10);
        assertThat(store().datasets(stored("ada", "other").id())).isEmpty();
    }

    @Test
    final void crs_codes_come_by_how_often_datasets_are_in_them() {
        var upload = stored("ada", "roads");
        putIn(upload, "EPSG:4326", "EPSG:3857", "EPSG:2056", "EPSG:3857");
        putIn(stored("bob", "roads"), "EPSG:4326", "EPSG:4326");
        assertThat(store().crsCodes("ada", 9)).containsExactly("EPSG:3857", "EPSG:2056", "EPSG:4326");
        assertThat(store().crsCodes(null, 9)).containsExactly("EPSG:4326", "EPSG:3857", "EPSG:2056");
        assertThat(store().crsCodes(null, 1)).containsExactly("EPSG:4326");
        assertThat(store().crsCodes("eve", 9)).isEmpty();
    }

    @Test
    final void a_crs_that_was_found_counts_once_the_dataset_is_published() {
        var upload = stored("ada", "roads");
        var dataset = Dataset.received(samples().ids().dataset(), upload, 0, "roads", "roads")
                .inspected(Samples.inspection(), List.of(), null, null);
        store().put(dataset.with(DatasetState.PUBLISHING));
        assertThat(store().crsCodes("ada", 9)).isEmpty();
        store().put(dataset.with(DatasetState.PUBLISHED));
        assertThat(store().crsCodes("ada", 9)).containsExactly("EPSG:2056");
        store().put(dataset.with(DatasetState.PUBLISHED).with(Correction.crs("EPSG:21781")));
        assertThat(store().crsCodes("ada", 9)).containsExactly("EPSG:21781");
    }

    private void putIn(Upload upload, String... codes) {
        for (int i = 0; i < codes.length; i++) {
            store().put(Dataset.received(samples().ids().dataset(), upload, i, "d" + i, "d" + i)
                    .with(Correction.crs(codes[i])));
        }
    }

    @Test
    final void history_comes_in_the_order_appended_whatever_its_times() {
        var upload = stored("ada", "roads");
        DatasetId dataset = samples().ids().dataset();
        var full = new HistoryEntry(
                upload.id(), dataset, Samples.TIME, DatasetState.FAILED, Step.PORTAL, 4, "why", "at x\n\tat y");
        store().append(full);
        var earlier = new HistoryEntry(
                upload.id(), null, Samples.TIME.minusSeconds(9), DatasetState.RECEIVED, null, 0, "", null);
        store().append(earlier);
        assertThat(store().history(upload.id())).containsExactly(full, earlier);
    }

    @Test
    final void a_reason_with_a_character_that_no_database_keeps_is_stored_nevertheless() {
        var upload = stored("ada", "roads");
        store().append(Samples.history(upload.id(), "answered \0 bytes"));
        assertThat(store().history(upload.id()).get(0).reason())
                .startsWith("answered ")
                .endsWith(" bytes");
    }

    @Test
    final void deleting_takes_datasets_history_and_files_along_and_nothing_else() {
        var upload = stored("ada", "roads");
        var other = stored("ada", "other");
        var dataset = samples().dataset(upload, 0);
        store().put(dataset);
        store().append(Samples.history(upload.id(), "x"));
        store().append(Samples.history(other.id(), "y"));
        store().delete(upload.id());
        store().delete(upload.id());
        assertThat(store().find(upload.id())).isEmpty();
        assertThat(store().dataset(dataset.id())).isEmpty();
        assertThat(store().history(upload.id())).isEmpty();
        assertThat(store().referenced(Set.of(upload.files().get(0).blob()))).isEmpty();
        assertThat(store().find(other.id())).contains(other);
        assertThat(store().history(other.id())).hasSize(1);
    }

    @Test
    final void referenced_blobs_are_those_of_files_parts_prepared_parts_thumbnails_and_previews() {
        var upload = stored("ada", "roads");
        var dataset = samples().dataset(upload, 0);
        store().put(dataset);
        Set<BlobId> used = Set.of(
                upload.files().get(1).blob(),
                dataset.parts().get(0).blob(),
                dataset.prepared().get(1).blob(),
                Objects.requireNonNull(dataset.thumbnail()),
                Objects.requireNonNull(dataset.preview()));
        Set<BlobId> asked = new HashSet<>(used);
        for (int i = 0; i < 1200; i++) {
            asked.add(samples().ids().blob());
        }
        assertThat(store().referenced(asked)).isEqualTo(used);
        assertThat(store().referenced(Set.of())).isEmpty();
    }

    @Test
    final void open_uploads_are_found_by_the_time_they_have_been_quiet() {
        var late = stored("ada", "late");
        var early = samples().upload("bob", "early");
        early = early.with(true, Samples.TIME.minusSeconds(60), early.files());
        store().insert(early);
        var closed = samples().upload("bob", "closed");
        store().insert(closed.with(false, Samples.TIME.minusSeconds(90), closed.files()));
        assertThat(store().openSince(late.lastArrival(), 9)).containsExactly(early);
        assertThat(store().openSince(late.lastArrival().plusSeconds(1), 9)).containsExactly(early, late);
        assertThat(store().openSince(late.lastArrival().plusSeconds(1), 1)).containsExactly(early);
    }

    @Test
    final void a_list_is_newest_first_by_owner_and_by_state() {
        var first = stored("ada", "a");
        var other = stored("bob", "b");
        var last = stored("ada", "c");
        var failed = first.with(UploadState.FAILED);
        store().update(failed);
        assertThat(page(null, Set.of(), null, 9).items()).containsExactly(last, other, failed);
        assertThat(page("ada", Set.of(), null, 9).items()).containsExactly(last, failed);
        assertThat(page("ada", Set.of(UploadState.FAILED, UploadState.PUBLISHED), null, 9)
                        .items())
                .containsExactly(failed);
        assertThat(page(null, Set.of(UploadState.RECEIVED), null, 9).items()).containsExactly(last, other);
        assertThat(page("ad", Set.of(), null, 9)).isEqualTo(new Page<Upload>(List.of(), null));
    }

    @Test
    final void pages_neither_repeat_nor_skip_while_uploads_arrive_and_go() {
        List<Upload> all = new ArrayList<>();
        for (int i = 0; i < 7; i++) {
            all.add(0, stored("ada", "u" + i));
        }
        var first = page("ada", Set.of(), null, 3);
        assertThat(first.items()).isEqualTo(all.subList(0, 3));
        stored("ada", "newer");
        store().delete(all.get(2).id());
        var second = page("ada", Set.of(), first.next(), 3);
        assertThat(second.items()).isEqualTo(all.subList(3, 6));
        var third = page("ada", Set.of(), second.next(), 1);
        assertThat(third).isEqualTo(new Page<>(all.subList(6, 7), null));
    }

    @Test
    final void a_cursor_of_somebodys_invention_is_refused() {
        assertThatThrownBy(() -> page(null, Set.of(), "1' OR '1'='1", 3)).isInstanceOf(IllegalArgumentException.class);
    }

    private Page<Upload> page(@Nullable String owner, Set<UploadState> states, @Nullable String after, int limit) {
        return store().list(new UploadQuery(owner, states, after, limit));
    }
}
