package org.batchuploader.geoserver.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.Optional;
import org.batchuploader.core.user.Owner;
import org.junit.jupiter.api.Test;

class WorkspaceRuleTest {
    private static String ownWorkspace(String user) {
        return new WorkspaceRule.PerOwner("u_").of(Owner.named(user));
    }

    @Test
    void an_owner_with_a_plain_name_has_a_workspace_of_that_name() {
        assertThat(ownWorkspace("maria")).isEqualTo("u_maria");
    }

    @Test
    void no_two_owners_share_a_workspace_because_their_names_are_alike() {
        List<String> alike = List.of(
                "a.b", "a_b", "a-b", "A_B", "a@b", "ä_b", ownWorkspace("a.b").substring(2));

        assertThat(alike.stream().map(WorkspaceRuleTest::ownWorkspace))
                .doesNotHaveDuplicates()
                .allMatch(name -> name.matches("u_[a-z][a-z0-9_]*"));
    }

    @Test
    void an_owner_without_a_group_goes_where_it_is_said() {
        var rule = new WorkspaceRule.PerGroup(
                "g_", owner -> owner.name().equals("maria") ? Optional.of("town") : Optional.empty(), "uploads");

        assertThat(rule.of(Owner.named("maria"))).isEqualTo("g_town");
        assertThat(rule.of(Owner.named("paul"))).isEqualTo("uploads");
    }

    @Test
    void a_workspace_that_is_a_path_is_refused() {
        for (String name : List.of("", "a b", "../a", "a/b", "1a", "ä")) {
            assertThatIllegalArgumentException().as(name).isThrownBy(() -> new WorkspaceRule.One(name));
        }
    }
}
