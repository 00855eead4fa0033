package org.batchuploader.core.user;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.batchuploader.core.remote.RemoteUnavailable;
import org.junit.jupiter.api.Test;

class LoginThrottleTest {
    private static final String RIGHT = "right password";
    private static final String HERE = "192.0.2.1";

    /** Knows ada; counts what it was asked. */
    private static final class OneUser implements UserDirectory {
        final List<String> asked = new ArrayList<>();
        boolean away;
        boolean disabled;

        @Override
        public Login login(Credentials credentials) {
            asked.add(credentials.name());
            if (away) {
                throw new RemoteUnavailable("directory", "is away");
            }
            if (!credentials.password().equals(RIGHT)) {
                return new Login.Refused();
            }
            return disabled ? new Login.Disabled() : new Login.Accepted(Owner.named("ada"));
        }

        @Override
        public Optional<Owner> find(String name) {
            return Optional.of(Owner.named("ada"));
        }
    }

    private Instant now = Instant.parse("2026-01-01T00:00:00Z");
    private final OneUser directory = new OneUser();
    private final LoginThrottle throttle = new LoginThrottle(directory, () -> now);

    private Login login(String name, String password, String address) {
        return throttle.login(new Credentials(name, password, address));
    }

    private void fail(String name, String address, int times) {
        for (int i = 0; i < times; i++) {
            assertThat(login(name, "wrong", address)).isEqualTo(new Login.Refused());
        }
    }

    private void pass(Duration time) {
        now = now.plus(time);
    }

    @Test
    void five_failures_of_a_name_close_it_from_everywhere_even_to_the_right_password() {
        fail("ada", HERE, 5);
        int asked = directory.asked.size();
        assertThat(login("ADA", RIGHT, "198.51.100.7")).isEqualTo(new Login.Throttled(Duration.ofSeconds(30)));
        assertThat(directory.asked).hasSize(asked);
        assertThat(login("bob", "wrong", HERE)).isEqualTo(new Login.Refused());
    }

    @Test
    void the_pause_ends_and_doubles_with_each_further_failure() {
        fail("ada", HERE, 5);
        for (int seconds : List.of(30, 60, 120, 240)) {
            assertThat(login("ada", RIGHT, HERE)).isEqualTo(new Login.Throttled(Duration.ofSeconds(seconds)));
            pass(Duration.ofSeconds(seconds));
            fail("ada", HERE, 1);
        }
    }

    @Test
    void a_throttled_attempt_does_not_lengthen_the_pause() {
        fail("ada", HERE, 5);
        pass(Duration.ofSeconds(20));
        assertThat(login("ada", "wrong", HERE)).isEqualTo(new Login.Throttled(Duration.ofSeconds(10)));
        assertThat(login("ada", "wrong", HERE)).isEqualTo(new Login.Throttled(Duration.ofSeconds(10)));
        pass(Duration.ofSeconds(10));
        assertThat(login("ada", RIGHT, HERE)).isInstanceOf(Login.Accepted.class);
    }

    @Test
    void a_success_clears_the_name() {
        fail("ada", HERE, 4);
        assertThat(login("ada", RIGHT, HERE)).isInstanceOf(Login.Accepted.class);
        fail("ada", HERE, 5);
        assertThat(login("ada", RIGHT, HERE)).isInstanceOf(Login.Throttled.class);
    }

    @Test
    void failures_older_than_a_quarter_of_an_hour_do_not_count() {
        fail("ada", HERE, 4);
        pass(Duration.ofMinutes(15));
        fail("ada", HERE, 4);
        assertThat(login("ada", RIGHT, HERE)).isInstanceOf(Login.Accepted.class);
    }

    @Test
    void twenty_failures_from_an_address_close_it_for_every_name_but_not_the_name_for_others() {
        for (int i = 0; i < 20; i++) {
            fail("user" + i, HERE, 1);
        }
        assertThat(login("ada", RIGHT, HERE)).isInstanceOf(Login.Throttled.class);
        assertThat(login("ada", RIGHT, "198.51.100.7")).isInstanceOf(Login.Accepted.class);
    }

    @Test
    void a_success_does_not_clear_the_address() {
        for (int i = 0; i < 20; i++) {
            fail("user" + i, HERE, 1);
            if (i == 10) {
                assertThat(login("ada", RIGHT, HERE)).isInstanceOf(Login.Accepted.class);
            }
        }
        assertThat(login("ada", RIGHT, HERE)).isInstanceOf(Login.Throttled.class);
    }

    @Test
    void a_directory_that_cannot_answer_and_a_disabled_account_count_as_no_failure() {
        directory.away = true;
        for (int i = 0; i < 30; i++) {
            assertThatThrownBy(() -> login("ada", RIGHT, HERE)).isInstanceOf(RemoteUnavailable.class);
        }
        directory.away = false;
        directory.disabled = true;
        for (int i = 0; i < 30; i++) {
            assertThat(login("ada", RIGHT, HERE)).isEqualTo(new Login.Disabled());
        }
    }

    @Test
    void an_attempt_counts_while_it_is_being_checked() {
        List<Login> inside = new ArrayList<>();
        UserDirectory slow = new UserDirectory() {
            @Override
            public Login login(Credentials credentials) {
                inside.add(throttleOf(this).login(credentials));
                return new Login.Refused();
            }

            @Override
            public Optional<Owner> find(String name) {
                return Optional.empty();
            }
        };
        throttleOf(slow).login(new Credentials("ada", "wrong", HERE));
        assertThat(inside.get(0)).isInstanceOf(Login.Throttled.class);
        assertThat(inside).hasSize(5);
    }

    private final List<LoginThrottle> recursive = new ArrayList<>();

    private LoginThrottle throttleOf(UserDirectory slow) {
        if (recursive.isEmpty()) {
            recursive.add(new LoginThrottle(slow, () -> now));
        }
        return recursive.get(0);
    }

    @Test
    void memory_is_bounded_whatever_names_are_tried() {
        for (int i = 0; i < 25_000; i++) {
            login("name" + i + "x".repeat(100), "wrong", "2001:db8::" + Integer.toHexString(i));
        }
        assertThat(throttle.remembered()).isEqualTo(20_000);
    }

    @Test
    void finding_is_not_throttled() {
        fail("ada", HERE, 5);
        assertThat(throttle.find("ada")).contains(Owner.named("ada"));
    }
}
