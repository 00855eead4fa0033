package org.batchuploader.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class AllowanceTest {
    private static final long SECOND = 1_000_000_000L;

    private final AtomicLong time = new AtomicLong();
    private final Allowance allowance = new Allowance(time::get);

    @Test
    void quick_looks_may_be_taken_one_after_the_other() {
        for (int i = 0; i < 4000; i++) {
            assertThat(look(SECOND / 1000)).isTrue();
        }
    }

    @Test
    void a_slow_look_is_waited_for_ten_times_as_long() {
        assertThat(look(7 * SECOND)).isTrue();
        assertThat(look(0)).isFalse();
        time.addAndGet(11 * SECOND);
        assertThat(look(0)).isFalse();
        time.addAndGet(11 * SECOND);
        assertThat(look(0)).isTrue();
    }

    private boolean look(long nanos) {
        return allowance.tryRun(() -> time.addAndGet(nanos));
    }
}
