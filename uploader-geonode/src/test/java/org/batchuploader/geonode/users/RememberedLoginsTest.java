package org.batchuploader.geonode.users;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import org.batchuploader.core.remote.RemoteUnavailable;
import org.batchuploader.core.user.Credentials;
import org.batchuploader.core.user.Login;
import org.batchuploader.geonode.client.GeoNodeClient;
import org.batchuploader.remote.Repeats;
import org.batchuploader.testkit.fake.FakeGeoNode;
import org.batchuploader.testkit.fake.Fault;
import org.batchuploader.testkit.fake.Faults;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class RememberedLoginsTest {
    private static final Duration AGE = Duration.ofMinutes(10);

    private final FakeGeoNode fake = new FakeGeoNode(0).user("ann", "right", "ann@example.org");
    private Instant now = Instant.parse("2026-01-02T03:04:05Z");
    private RememberedLogins users = remembering(AGE, 3);

    private RememberedLogins remembering(Duration age, int entries) {
        GeoNodeClient client = GeoNodeClient.at(fake.address())
                .credentials(FakeGeoNode.ADMINISTRATOR, FakeGeoNode.PASSWORD)
                .repeats(Repeats.NEVER)
                .build();
        return new RememberedLogins(new GeoNodeUsers(client, false), () -> now, age, entries);
    }

    @AfterEach
    void close() {
        fake.close();
    }

    private Login login(String name, String password) {
        return users.login(new Credentials(name, password, "192.0.2.1"));
    }

    private void down() {
        fake.faults().on(Faults.EVERY_OPERATION, Fault.DOWN);
    }

    @Test
    void who_logged_in_before_gets_in_while_geonode_is_down() {
        Login before = login("ann", "right");
        down();

        assertThat(login("ann", "right")).isEqualTo(before).isInstanceOf(Login.Accepted.class);
        assertThat(users.find("ann"))
                .hasValueSatisfying(owner -> assertThat(owner.email()).isEqualTo("ann@example.org"));
    }

    @Test
    void nobody_else_gets_in_and_nobody_is_told_that_a_password_is_wrong() {
        fake.user("bob", "bobs", "bob@example.org");
        login("ann", "right");
        login("bob", "wrong");
        down();

        assertThatThrownBy(() -> login("ann", "wrong")).isInstanceOf(RemoteUnavailable.class);
        assertThatThrownBy(() -> login("bob", "right")).isInstanceOf(RemoteUnavailable.class);
        assertThatThrownBy(() -> login("bob", "bobs")).isInstanceOf(RemoteUnavailable.class);
        assertThatThrownBy(() -> users.find("bob")).isInstanceOf(RemoteUnavailable.class);
    }

    @Test
    void a_password_that_geonode_refuses_now_is_forgotten() {
        login("ann", "right");
        fake.user("ann", "changed", "ann@example.org");
        assertThat(login("ann", "right")).isEqualTo(new Login.Refused());
        down();

        assertThatThrownBy(() -> login("ann", "right")).isInstanceOf(RemoteUnavailable.class);
    }

    @Test
    void a_wrong_guess_while_geonode_answers_does_not_drive_out_the_right_password() {
        login("ann", "right");
        login("ann", "guess");
        down();

        assertThat(login("ann", "right")).isInstanceOf(Login.Accepted.class);
    }

    @Test
    void guessing_while_geonode_is_down_ends_with_the_fifth_attempt() {
        login("ann", "right");
        down();
        for (int i = 0; i < 5; i++) {
            String guess = "guess" + i;
            assertThatThrownBy(() -> login("ann", guess)).isInstanceOf(RemoteUnavailable.class);
        }

        assertThatThrownBy(() -> login("ann", "right")).isInstanceOf(RemoteUnavailable.class);
    }

    @Test
    void what_is_too_old_is_forgotten() {
        login("ann", "right");
        down();
        now = now.plus(AGE).minusSeconds(1);
        assertThat(login("ann", "right")).isInstanceOf(Login.Accepted.class);
        now = now.plusSeconds(1);

        assertThatThrownBy(() -> login("ann", "right")).isInstanceOf(RemoteUnavailable.class);
        assertThat(users.remembered()).isZero();
    }

    @Test
    void no_more_than_so_many_are_remembered() {
        for (int i = 0; i < 10; i++) {
            fake.user("user" + i, "right", "");
            login("user" + i, "right");
        }

        assertThat(users.remembered()).isEqualTo(3);
    }

    @Test
    void an_age_of_zero_switches_it_off() {
        users = remembering(Duration.ZERO, 3);
        login("ann", "right");
        down();

        assertThatThrownBy(() -> login("ann", "right")).isInstanceOf(RemoteUnavailable.class);
    }

    @Test
    void nothing_of_a_password_is_kept_in_readable_form() {
        login("ann", "right");

        assertThat(users)
                .extracting("logins")
                .asString()
                .doesNotContain("right")
                .contains("ann");
    }
}
