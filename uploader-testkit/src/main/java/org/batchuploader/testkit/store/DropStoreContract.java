package org.batchuploader.testkit.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.batchuploader.core.drop.DropEntry;
import org.batchuploader.core.drop.DropStore;
import org.batchuploader.core.id.UploadId;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The contract of {@link DropStore}. */
public abstract class DropStoreContract extends StoreContract {
    private DropStore store() {
        return stores().drops();
    }

    private DropEntry stored(String owner, String path) {
        var entry = samples().entry(owner, path);
        store().put(entry);
        return entry;
    }

    @Test
    final void an_entry_comes_back_as_it_was_put() {
        var file = stored("ada", "2024/Straße 道.shp");
        var folder = new DropEntry("ada", "2024", null, 0, Samples.TIME, true, null);
        store().put(folder);
        assertThat(store().find("ada", file.path())).contains(file);
        assertThat(store().find("ada", "2024")).contains(folder);
    }

    @Test
    final void putting_replaces_what_is_at_the_path() {
        stored("ada", "a.zip");
        var again = new DropEntry("ada", "a.zip", samples().ids().blob(), 5, Samples.TIME, false, null);
        store().put(again);
        assertThat(store().children("ada", "")).containsExactly(again);
    }

    @Test
    final void paths_are_compared_with_case_and_by_owner() {
        stored("ada", "A.zip");
        assertThat(store().find("ada", "a.zip")).isEmpty();
        assertThat(store().find("bob", "A.zip")).isEmpty();
        store().remove("ada", "a.zip");
        assertThat(store().find("ada", "A.zip")).isPresent();
    }

    @Test
    final void a_path_may_be_as_long_as_a_file_system_allows() {
        String path = "folder/".repeat(560) + "道".repeat(60) + ".zip";
        var entry = stored("ada", path);
        assertThat(store().find("ada", path)).contains(entry);
        assertThat(store().children("ada", entry.folder())).containsExactly(entry);
    }

    @Test
    final void children_are_those_directly_in_the_folder_by_name() {
        var b = stored("ada", "2024/b");
        var a = stored("ada", "2024/a");
        var upper = stored("ada", "2024/Z");
        stored("ada", "2024/sub/c");
        stored("ada", "20245/d");
        stored("bob", "2024/e");
        var top = stored("ada", "top");
        assertThat(store().children("ada", "2024")).containsExactly(upper, a, b);
        assertThat(store().children("ada", "")).containsExactly(top);
    }

    @Test
    final void removing_removes_that_entry() {
        stored("ada", "a");
        var other = stored("ada", "b");
        store().remove("ada", "a");
        store().remove("ada", "a");
        assertThat(store().children("ada", "")).containsExactly(other);
    }

    @Test
    final void owners_come_once_by_name() {
        stored("bob", "x");
        stored("Zoe", "x");
        stored("ada", "x");
        stored("ada", "y");
        assertThat(store().owners()).isEqualTo(List.of("Zoe", "ada", "bob"));
    }

    @Test
    final void files_of_uploads_are_found_page_by_page_once_they_are_old() {
        var old = new ArrayList<DropEntry>();
        for (String owner : List.of("ada", "Bob")) {
            for (int i = 0; i < 3; i++) {
                old.add(entry(
                        owner,
                        "f" + i + ".zip",
                        Samples.TIME,
                        true,
                        samples().ids().upload()));
            }
        }
        entry(
                "ada",
                "young.zip",
                Samples.TIME.plusSeconds(60),
                true,
                samples().ids().upload());
        entry("ada", "broken.zip", Samples.TIME, false, samples().ids().upload());
        entry("ada", "alone.txt", Samples.TIME, true, null);
        var found = new ArrayList<DropEntry>();
        List<DropEntry> page = store().deliveredBefore(Samples.TIME.plusSeconds(1), null, 2);
        while (!page.isEmpty()) {
            assertThat(page).hasSizeLessThanOrEqualTo(2);
            found.addAll(page);
            page = store().deliveredBefore(Samples.TIME.plusSeconds(1), page.get(page.size() - 1), 2);
        }
        assertThat(found).containsExactlyInAnyOrderElementsOf(old);
        assertThat(store().deliveredBefore(Samples.TIME, null, 9)).isEmpty();
    }

    private DropEntry entry(String owner, String path, Instant modified, boolean complete, @Nullable UploadId upload) {
        var entry = new DropEntry(owner, path, samples().ids().blob(), 1, modified, complete, upload);
        store().put(entry);
        return entry;
    }

    @Test
    final void referenced_blobs_are_those_of_entries() {
        var blob = Objects.requireNonNull(stored("ada", "a").blob());
        assertThat(store().referenced(Set.of(blob, samples().ids().blob()))).containsExactly(blob);
        store().remove("ada", "a");
        assertThat(store().referenced(Set.of(blob))).isEmpty();
    }
}
