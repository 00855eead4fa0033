package org.batchuploader.geonode.users;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.batchuploader.core.user.Credentials;
import org.batchuploader.core.user.Login;
import org.batchuploader.core.user.Owner;
import org.batchuploader.core.user.UserDirectory;
import org.batchuploader.testkit.user.UserDirectoryContract;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What holds on every database. */
abstract class GeoNodeTableContract extends UserDirectoryContract {
    private static final String PASSWORD = "s3crét";

    final PeopleProfile profile;
    private final GeoNodeTable users;

    GeoNodeTableContract(PeopleProfile profile) {
        this.profile = profile.create();
        this.users = GeoNodeTable.open(settings(profile));
    }

    static TableSettings settings(PeopleProfile profile) {
        return TableSettings.of(profile.url(), profile.user(), "")
                .withRounds(10)
                .withLimit(Duration.ofSeconds(20));
    }

    @AfterEach
    void close() {
        users.close();
    }

    @Override
    protected UserDirectory directoryWith(Owner owner, String password, boolean enabled) {
        profile.put(owner, password, enabled);
        return users;
    }

    private Login login(String name, String password) {
        return users.login(new Credentials(name, password, "192.0.2.1"));
    }

    @Test
    void the_right_password_is_accepted_in_every_stored_form() {
        assertThat(login("ann", PASSWORD)).isEqualTo(new Login.Accepted(new Owner("ann", false, "ann@example.org")));
        assertThat(login("old", PASSWORD)).isEqualTo(new Login.Accepted(new Owner("old", false, null)));
        assertThat(login("admin", PASSWORD))
                .isEqualTo(new Login.Accepted(new Owner("admin", true, "admin@example.org")));
    }

    @Test
    void wrong_passwords_and_names_that_nobody_has_are_refused_alike() {
        assertThat(login("ann", "s3cret")).isEqualTo(new Login.Refused());
        assertThat(login("ann", "")).isEqualTo(new Login.Refused());
        assertThat(login("nobody", PASSWORD)).isEqualTo(new Login.Refused());
        assertThat(login("", PASSWORD)).isEqualTo(new Login.Refused());
        assertThat(login("ann' OR '1'='1", PASSWORD)).isEqualTo(new Login.Refused());
        assertThat(login("ann\0", PASSWORD)).isEqualTo(new Login.Refused());
    }

    @Test
    void an_account_that_is_switched_off_is_told_so_only_with_the_right_password() {
        assertThat(login("left", PASSWORD)).isEqualTo(new Login.Disabled());
        assertThat(login("left", "wrong")).isEqualTo(new Login.Refused());
        assertThat(users.find("left")).contains(new Owner("left", false, "left@example.org"));
    }

    @Test
    void unusable_passwords_and_unknown_forms_let_nobody_in() {
        for (String password : new String[] {"", "!", "!unusable", "unusable", PASSWORD}) {
            assertThat(login("AnonymousUser", password)).isEqualTo(new Login.Refused());
            assertThat(login("odd", password)).isEqualTo(new Login.Refused());
        }
    }

    @Test
    void groups_come_in_the_order_they_were_made_without_those_of_everybody_where_they_are_asked_for() {
        try (GeoNodeTable asking = GeoNodeTable.open(settings(profile).withGroups(true))) {
            assertThat(asking.find("ann").orElseThrow().groups()).containsExactly("town", "harbour");
            assertThat(asking.find("old").orElseThrow().groups()).isEmpty();
            assertThat(asking.login(new Credentials("ann", PASSWORD, "192.0.2.1")))
                    .isEqualTo(
                            new Login.Accepted(new Owner("ann", false, "ann@example.org", List.of("town", "harbour"))));
        }
        assertThat(users.find("ann").orElseThrow().groups()).isEmpty();
    }

    @Test
    void a_change_of_the_password_counts_at_once() {
        assertThat(login("ann", PASSWORD)).isInstanceOf(Login.Accepted.class);
        profile.execute("UPDATE people_profile SET password = '!' WHERE username = 'ann'");
        assertThat(login("ann", PASSWORD)).isEqualTo(new Login.Refused());
    }
}
