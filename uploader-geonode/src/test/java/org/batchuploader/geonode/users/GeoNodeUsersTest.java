package org.batchuploader.geonode.users;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.batchuploader.core.remote.RemoteUnavailable;
import org.batchuploader.core.user.Credentials;
import org.batchuploader.core.user.Login;
import org.batchuploader.core.user.Owner;
import org.batchuploader.core.user.UserDirectory;
import org.batchuploader.geonode.client.GeoNodeClient;
import org.batchuploader.remote.Repeats;
import org.batchuploader.testkit.fake.FakeGeoNode;
import org.batchuploader.testkit.fake.Fault;
import org.batchuploader.testkit.fake.Faults;
import org.batchuploader.testkit.fake.GeoNodeTroubles;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class GeoNodeUsersTest {
    private static final Owner ANN = new Owner("ann", false, "ann@example.org");

    private final FakeGeoNode fake = new FakeGeoNode(0)
            .user("ann", "right", "ann@example.org")
            .user("eve", "with:colon:s", "eve@example.org")
            .user("cut", "with", "cut@example.org")
            .user("pat", "пароль道路", "")
            .user("left", "right", "left@example.org")
            .disabled("left")
            .token("token-of-ann", "ann");
    private final GeoNodeClient client = GeoNodeClient.at(fake.address())
            .credentials(FakeGeoNode.ADMINISTRATOR, FakeGeoNode.PASSWORD)
            .answerLimit(Duration.ofSeconds(2))
            .repeats(Repeats.NEVER)
            .build();
    private final UserDirectory users = new GeoNodeUsers(client, false);

    @AfterEach
    void close() {
        fake.close();
    }

    private Login login(String name, String password) {
        return users.login(new Credentials(name, password, "192.0.2.1"));
    }

    @Test
    void userinfo_says_at_once_who_it_is() {
        assertThat(login("ann", "right")).isEqualTo(new Login.Accepted(ANN));
        assertThat(fake.calls()).containsExactly("userinfo");
    }

    @Test
    void a_superuser_is_an_administrator() {
        assertThat(login(FakeGeoNode.ADMINISTRATOR, FakeGeoNode.PASSWORD))
                .isEqualTo(new Login.Accepted(new Owner("admin", true, "admin@example.org")));
    }

    @Test
    void a_password_of_any_script_and_with_colons_counts_whole() {
        assertThat(login("pat", "пароль道路")).isEqualTo(new Login.Accepted(Owner.named("pat")));
        assertThat(login("eve", "with:colon:s"))
                .isEqualTo(new Login.Accepted(new Owner("eve", false, "eve@example.org")));
        assertThat(login("eve", "with:colon:x")).isEqualTo(new Login.Refused());
        assertThat(login("eve", "with")).isEqualTo(new Login.Refused());
    }

    @Test
    void what_userinfo_cuts_at_a_colon_lets_nobody_in() {
        assertThat(login("cut", "with:anything")).isEqualTo(new Login.Refused());
        assertThat(fake.calls()).doesNotContain("userinfo");
    }

    @Test
    void without_the_oauth_application_the_right_password_still_counts() {
        fake.faults().on(GeoNodeTroubles.NO_OAUTH_APPLICATION, Fault.LIE);

        assertThat(login("ann", "right")).isEqualTo(new Login.Accepted(ANN));
        assertThat(login("ann", "wrong")).isEqualTo(new Login.Refused());
    }

    @Test
    void a_log_in_by_e_mail_address_gets_the_name_of_its_owner() {
        assertThat(login("ann@example.org", "right")).isEqualTo(new Login.Accepted(ANN));
        assertThat(login("eve@example.org", "with:colon:s"))
                .isEqualTo(new Login.Accepted(new Owner("eve", false, "eve@example.org")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "ann:right", "nobody", "' OR 1=1 --", "ann\r\nX-Evil: 1", "../admin", "ann\0"})
    void names_that_nobody_has_are_refused(String name) {
        assertThat(login(name, "right")).isEqualTo(new Login.Refused());
    }

    @Test
    void an_empty_password_is_refused() {
        assertThat(login("ann", "")).isEqualTo(new Login.Refused());
    }

    @Test
    void wrong_password_disabled_user_and_geonode_down_are_three_answers() {
        fake.faults().on(GeoNodeTroubles.SAYS_INACTIVE, Fault.LIE);
        assertThat(login("ann", "wrong")).isEqualTo(new Login.Refused());
        assertThat(login("left", "right")).isEqualTo(new Login.Disabled());
        assertThat(login("left", "wrong")).isEqualTo(new Login.Refused());
        fake.faults().on(Faults.EVERY_OPERATION, Fault.DOWN);
        assertThatThrownBy(() -> login("ann", "right")).isInstanceOf(RemoteUnavailable.class);
    }

    @ParameterizedTest
    @EnumSource(names = {"DOWN", "HANG", "RESET"})
    void trouble_is_never_a_wrong_password(Fault fault) {
        fake.faults().on(Faults.EVERY_OPERATION, fault);

        assertThatThrownBy(() -> login("ann", "right"))
                .isInstanceOf(RemoteUnavailable.class)
                .hasMessageNotContaining("right");
        assertThatThrownBy(() -> users.find("ann")).isInstanceOf(RemoteUnavailable.class);
    }

    @Test
    void groups_are_asked_for_where_they_matter_and_those_of_everybody_are_none() {
        fake.member("ann", "town").member("ann", "harbour");
        Owner inGroups = ANN.withGroups(List.of("town", "harbour"));
        UserDirectory asking = new GeoNodeUsers(client, true);
        UserDirectory tokens = new GeoNodeTokens(client, null, true);

        assertThat(asking.find("ann")).contains(inGroups);
        assertThat(asking.find("eve").orElseThrow().groups()).isEmpty();
        for (String name : List.of("ann", "ann@example.org")) {
            assertThat(asking.login(new Credentials(name, "right", "192.0.2.1")))
                    .isEqualTo(new Login.Accepted(inGroups));
        }
        assertThat(tokens.login(new Credentials("ann", "token-of-ann", "192.0.2.1")))
                .isEqualTo(new Login.Accepted(inGroups));
        assertThat(users.find("ann")).contains(ANN);
    }

    @Test
    void an_owner_is_found_with_the_address_that_notices_go_to() {
        assertThat(users.find("ann")).contains(ANN);
        assertThat(users.find("nobody")).isEmpty();
    }

    @Test
    void many_log_in_at_once_and_nobody_becomes_another() {
        assertThat(IntStream.range(0, 60)
                        .parallel()
                        .mapToObj(i -> i % 2 == 0 ? login("ann", "right") : login("eve", "with:colon:s")))
                .filteredOn(new Login.Accepted(ANN)::equals)
                .hasSize(30);
    }

    @Test
    void a_token_counts_as_long_as_it_lives_and_for_whom_it_was_given() {
        UserDirectory tokens = new GeoNodeTokens(client, null, false);

        assertThat(tokens.login(new Credentials("ann", "token-of-ann", ""))).isEqualTo(new Login.Accepted(ANN));
        assertThat(tokens.login(new Credentials("token", "token-of-ann", ""))).isEqualTo(new Login.Accepted(ANN));
        assertThat(tokens.login(new Credentials("eve", "token-of-ann", ""))).isEqualTo(new Login.Refused());
        assertThat(tokens.login(new Credentials("ann", "another", ""))).isEqualTo(new Login.Refused());
        assertThat(tokens.login(new Credentials("ann", "", ""))).isEqualTo(new Login.Refused());
    }

    @Test
    void tokens_of_other_applications_can_be_refused() {
        var credentials = new Credentials("ann", "token-of-ann", "");

        assertThat(new GeoNodeTokens(client, "field-app", false).login(credentials))
                .isInstanceOf(Login.Accepted.class);
        assertThat(new GeoNodeTokens(client, "another", false).login(credentials))
                .isEqualTo(new Login.Refused());
    }

    @Test
    void with_geonode_down_a_token_is_not_called_wrong() {
        fake.faults().on(Faults.EVERY_OPERATION, Fault.DOWN);

        assertThatThrownBy(
                        () -> new GeoNodeTokens(client, null, false).login(new Credentials("ann", "token-of-ann", "")))
                .isInstanceOf(RemoteUnavailable.class)
                .hasMessageNotContaining("token-of-ann");
    }
}
