package org.batchuploader.testkit.user;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.batchuploader.core.user.Credentials;
import org.batchuploader.core.user.Login;
import org.batchuploader.core.user.Owner;
import org.batchuploader.core.user.UserDirectory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The contract of a {@link UserDirectory} whose accounts are kept elsewhere. */
public abstract class UserDirectoryContract {
    private static final String PASSWORD = "correct horse";

    private final Owner ada = new Owner("Ada.Lovelace", true, "ada@example.org");

    /** A directory with that account and no other that a test may log in to. */
    protected abstract UserDirectory directoryWith(Owner owner, String password, boolean enabled);

    private static Login login(UserDirectory users, String name, String password) {
        return users.login(new Credentials(name, password, "192.0.2.1"));
    }

    @Test
    final void the_right_password_is_accepted_and_says_all_of_the_owner() {
        UserDirectory users = directoryWith(ada, PASSWORD, true);

        assertThat(login(users, "Ada.Lovelace", PASSWORD)).isEqualTo(new Login.Accepted(ada));
        assertThat(users.find("Ada.Lovelace")).contains(ada);
    }

    @Test
    final void an_owner_without_an_address_or_rights_has_none() {
        UserDirectory users = directoryWith(Owner.named("bob"), PASSWORD, true);

        assertThat(login(users, "bob", PASSWORD)).isEqualTo(new Login.Accepted(Owner.named("bob")));
        assertThat(users.find("bob")).contains(Owner.named("bob"));
    }

    @Test
    final void a_wrong_password_and_an_unknown_name_are_refused_alike() {
        UserDirectory users = directoryWith(ada, PASSWORD, true);

        assertThat(login(users, "Ada.Lovelace", "Correct horse")).isEqualTo(new Login.Refused());
        assertThat(login(users, "Ada.Lovelace", "")).isEqualTo(new Login.Refused());
        for (String name : new String[] {"nobody", "", "' OR 1=1 --\0", "Ada.Lovelace:x", "a\r\nb", "x".repeat(300)}) {
            assertThat(login(users, name, PASSWORD)).as(name).isEqualTo(new Login.Refused());
        }
        assertThat(users.find("nobody")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"пароль道路", "with:colons:", ":", "sp ace ", "\"quoted\" & <marked>", "%41+$", "é\u0301"})
    final void every_character_of_a_password_counts(String password) {
        UserDirectory users = directoryWith(ada, password, true);

        assertThat(login(users, "Ada.Lovelace", password)).isEqualTo(new Login.Accepted(ada));
        assertThat(login(users, "Ada.Lovelace", password + "x")).isEqualTo(new Login.Refused());
        assertThat(login(users, "Ada.Lovelace", password.substring(1))).isEqualTo(new Login.Refused());
    }

    @Test
    final void every_character_of_a_long_password_counts() {
        UserDirectory users = directoryWith(ada, "x".repeat(120), true);

        assertThat(login(users, "Ada.Lovelace", "x".repeat(120))).isInstanceOf(Login.Accepted.class);
        assertThat(login(users, "Ada.Lovelace", "x".repeat(119) + "y")).isEqualTo(new Login.Refused());
    }

    @Test
    final void an_account_that_is_switched_off_lets_nobody_in() {
        UserDirectory users = directoryWith(ada, PASSWORD, false);

        assertThat(login(users, "Ada.Lovelace", PASSWORD)).isNotInstanceOf(Login.Accepted.class);
        assertThat(login(users, "Ada.Lovelace", "wrong one")).isEqualTo(new Login.Refused());
    }

    @Test
    final void many_log_in_at_once() {
        UserDirectory users = directoryWith(ada, PASSWORD, true);

        assertThat(IntStream.range(0, 40)
                        .parallel()
                        .mapToObj(i -> login(users, "Ada.Lovelace", i % 2 == 0 ? PASSWORD : "wrong")))
                .filteredOn(new Login.Accepted(ada)::equals)
                .hasSize(20);
    }
}
