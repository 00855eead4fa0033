package org.batchuploader.testkit.user;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.batchuploader.core.user.Credentials;
import org.batchuploader.core.user.Login;
import org.batchuploader.core.user.Owner;
import org.batchuploader.core.user.UserAccounts;
import org.batchuploader.core.user.UserAccounts.UnknownUser;
import org.batchuploader.core.user.UserDirectory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The contract of {@link UserDirectory} and {@link UserAccounts} over the same accounts. */
public abstract class UserAccountsContract {
    private static final String PASSWORD = "correct horse";

    /** Both views of one empty set of accounts. */
    public record Users(UserDirectory directory, UserAccounts accounts) {
        public static <T extends UserDirectory & UserAccounts> Users of(T both) {
            return new Users(both, both);
        }
    }

    private final Owner ada = new Owner("Ada.Lovelace", true, "ada@example.org");
    private Users users = none();

    protected abstract Users emptyUsers();

    @BeforeEach
    final void begin() {
        users = emptyUsers();
        users.accounts().add(ada, PASSWORD);
    }

    private Login login(String name, String password) {
        return users.directory().login(new Credentials(name, password, "192.0.2.1"));
    }

    @Test
    final void the_right_password_is_accepted_whatever_the_case_of_the_name() {
        assertThat(login("Ada.Lovelace", PASSWORD)).isEqualTo(new Login.Accepted(ada));
        assertThat(login("ada.LOVELACE", PASSWORD)).isEqualTo(new Login.Accepted(ada));
    }

    @Test
    final void a_wrong_password_and_an_unknown_name_are_refused_alike() {
        assertThat(login("ada.lovelace", "Correct horse")).isEqualTo(new Login.Refused());
        assertThat(login("nobody", PASSWORD)).isEqualTo(new Login.Refused());
        assertThat(login("nobody", "nobody has this password")).isEqualTo(new Login.Refused());
        assertThat(login("", "")).isEqualTo(new Login.Refused());
        assertThat(login("' OR 1=1 --\0", "x")).isEqualTo(new Login.Refused());
    }

    @Test
    final void every_character_of_a_long_password_counts() {
        String longer = "x".repeat(80);
        users.accounts().changePassword("ada.lovelace", longer);
        assertThat(login("ada.lovelace", longer)).isInstanceOf(Login.Accepted.class);
        assertThat(login("ada.lovelace", "x".repeat(79) + "y")).isEqualTo(new Login.Refused());
        assertThat(login("ada.lovelace", "x".repeat(81))).isEqualTo(new Login.Refused());
    }

    @Test
    final void a_password_may_be_of_any_script() {
        users.accounts().changePassword("ada.lovelace", "пароль道路");
        assertThat(login("ada.lovelace", "пароль道路")).isInstanceOf(Login.Accepted.class);
        assertThat(login("ada.lovelace", "пароль道道")).isEqualTo(new Login.Refused());
    }

    @Test
    final void a_disabled_account_is_told_so_only_with_the_right_password() {
        users.accounts().setEnabled("ADA.lovelace", false);
        assertThat(login("ada.lovelace", PASSWORD)).isEqualTo(new Login.Disabled());
        assertThat(login("ada.lovelace", "wrong one")).isEqualTo(new Login.Refused());
        assertThat(users.directory().find("ada.lovelace")).contains(ada);
        users.accounts().setEnabled("ada.lovelace", true);
        assertThat(login("ada.lovelace", PASSWORD)).isInstanceOf(Login.Accepted.class);
    }

    @Test
    final void a_name_is_taken_in_any_case() {
        assertThat(users.accounts().add(Owner.named("ADA.LOVELACE"), "another one"))
                .isFalse();
        assertThat(users.directory().find("ada.lovelace")).contains(ada);
        assertThat(login("ada.lovelace", PASSWORD)).isInstanceOf(Login.Accepted.class);
    }

    @Test
    final void a_short_password_is_refused_without_repeating_it() {
        assertThatThrownBy(() -> users.accounts().add(Owner.named("bob"), "sh0rt!!"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageNotContaining("sh0rt");
        assertThatThrownBy(() -> users.accounts().changePassword("ada.lovelace", "sh0rt!!"))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(users.directory().find("bob")).isEmpty();
    }

    @Test
    final void an_email_address_can_be_changed_and_taken_away() {
        users.accounts().setEmail("ada.lovelace", "a@example.org");
        assertThat(users.directory().find("Ada.Lovelace")).contains(new Owner(ada.name(), true, "a@example.org"));
        users.accounts().setEmail("ada.lovelace", null);
        assertThat(users.directory().find("Ada.Lovelace")).contains(new Owner(ada.name(), true, null));
    }

    @Test
    final void groups_are_kept_in_their_order_and_can_be_changed_and_taken_away() {
        var eve = new Owner("eve", false, null, List.of("Town, \"inner\"", "Forst & Jagd"));
        users.accounts().add(eve, PASSWORD);
        assertThat(users.directory().find("eve")).contains(eve);
        assertThat(login("eve", PASSWORD)).isEqualTo(new Login.Accepted(eve));
        users.accounts().setGroups("EVE", List.of("harbour"));
        users.accounts().setEmail("eve", "e@example.org");
        assertThat(users.directory().find("eve"))
                .contains(new Owner("eve", false, "e@example.org", List.of("harbour")));
        users.accounts().setGroups("eve", List.of());
        assertThat(users.directory().find("eve")).contains(new Owner("eve", false, "e@example.org"));
    }

    @Test
    final void an_unknown_name_cannot_be_changed() {
        var accounts = users.accounts();
        assertThatThrownBy(() -> accounts.changePassword("bob", PASSWORD)).isInstanceOf(UnknownUser.class);
        assertThatThrownBy(() -> accounts.setEnabled("bob", true)).isInstanceOf(UnknownUser.class);
        assertThatThrownBy(() -> accounts.setEmail("bob", null)).isInstanceOf(UnknownUser.class);
        assertThatThrownBy(() -> accounts.setGroups("bob", List.of())).isInstanceOf(UnknownUser.class);
        assertThatThrownBy(() -> accounts.remove("bob")).isInstanceOf(UnknownUser.class);
    }

    @Test
    final void a_removed_account_is_unknown() {
        users.accounts().remove("ADA.lovelace");
        assertThat(login("ada.lovelace", PASSWORD)).isEqualTo(new Login.Refused());
        assertThat(users.accounts().list()).isEmpty();
    }

    @Test
    final void accounts_are_listed_by_name_without_case() {
        var bob = Owner.named("bob");
        var zoe = Owner.named("Zoe");
        users.accounts().add(zoe, PASSWORD);
        users.accounts().add(bob, PASSWORD);
        users.accounts().setEnabled("bob", false);
        assertThat(users.accounts().list())
                .isEqualTo(List.of(
                        new UserAccounts.Account(ada, true),
                        new UserAccounts.Account(bob, false),
                        new UserAccounts.Account(zoe, true)));
    }

    @SuppressWarnings("NullAway") // set before each test
    private static Users none() {
        return null;
    }
}
