package org.batchuploader.remote;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class RepeatsTest {
    private static final Repeats TWICE = new Repeats(2, Duration.ofMillis(1), Duration.ofMinutes(1));

    private final AtomicInteger calls = new AtomicInteger();

    private String answeredAt(int call) {
        if (calls.incrementAndGet() < call) {
            throw new RemoteException.Unavailable("GeoServer", "not yet");
        }
        return "answered";
    }

    @Test
    void what_is_away_for_a_moment_is_asked_again() {
        assertThat(TWICE.call(() -> answeredAt(3))).isEqualTo("answered");
        assertThat(calls).hasValue(3);
    }

    @Test
    void what_stays_away_is_told() {
        assertThatThrownBy(() -> TWICE.call(() -> answeredAt(4))).isInstanceOf(RemoteException.Unavailable.class);
        assertThat(calls).hasValue(3);
    }

    @Test
    void a_no_is_a_no() {
        assertThatThrownBy(() -> TWICE.call(() -> {
                    calls.incrementAndGet();
                    throw new RemoteException.Refused("GeoServer", "no");
                }))
                .isInstanceOf(RemoteException.Refused.class);
        assertThat(calls).hasValue(1);
    }

    @Test
    void no_call_begins_once_the_time_for_it_is_gone() {
        var hurried = new Repeats(2, Duration.ofMillis(100), Duration.ofMillis(50));

        assertThatThrownBy(() -> hurried.call(() -> answeredAt(2))).isInstanceOf(RemoteException.Unavailable.class);
        assertThat(calls).hasValue(1);
    }
}
