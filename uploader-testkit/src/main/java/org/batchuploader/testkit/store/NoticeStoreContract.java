package org.batchuploader.testkit.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.batchuploader.core.notice.Notice;
import org.batchuploader.core.notice.NoticeStore;
import org.junit.jupiter.api.Test;

/** The contract of {@link NoticeStore}. */
public abstract class NoticeStoreContract extends StoreContract {
    private NoticeStore store() {
        return stores().notices();
    }

    private Notice stored(String owner) {
        var notice = samples().notice(owner);
        store().insert(notice);
        return notice;
    }

    @Test
    final void a_notice_comes_back_as_it_was_inserted() {
        var notice = stored("ada");
        assertThat(store().find(notice.id())).contains(notice);
        assertThat(store().find(samples().ids().notice())).isEmpty();
    }

    @Test
    final void pages_are_newest_first_of_one_owner_and_stable() {
        List<Notice> all = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            all.add(0, stored("ada"));
            stored("bob");
        }
        var first = store().list("ada", null, 2);
        stored("ada");
        var second = store().list("ada", first.next(), 3);
        assertThat(first.items()).isEqualTo(all.subList(0, 2));
        assertThat(second.items()).isEqualTo(all.subList(2, 5));
        assertThat(second.next()).isNull();
        assertThatThrownBy(() -> store().list("ada", "x", 2)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    final void reading_counts_for_its_owner_only() {
        var notice = stored("ada");
        stored("ada");
        assertThat(store().unread("ada")).isEqualTo(2);
        assertThat(store().markRead(notice.id(), "bob", Samples.TIME)).isFalse();
        assertThat(store().markRead(samples().ids().notice(), "ada", Samples.TIME))
                .isFalse();
        assertThat(store().unread("ada")).isEqualTo(2);
        assertThat(store().markRead(notice.id(), "ada", Samples.TIME)).isTrue();
        assertThat(store().unread("ada")).isEqualTo(1);
        assertThat(store().find(notice.id()).orElseThrow().read()).isEqualTo(Samples.TIME);
    }
}
