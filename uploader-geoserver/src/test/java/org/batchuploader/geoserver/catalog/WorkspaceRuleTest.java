package org.batchuploader.geoserver.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.file.Path;
import java.util.List;
import org.batchuploader.core.user.Owner;
import org.batchuploader.testkit.publish.SamplePublication;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WorkspaceRuleTest {
    @TempDir
    Path temp;

    private String ownWorkspace(String user) {
        return new WorkspaceRule.PerOwner("u_").of(roads().owner(user).write());
    }

    private SamplePublication roads() {
        return SamplePublication.shapefile(temp);
    }

    @Test
    void an_owner_with_a_plain_name_has_a_workspace_of_that_name() {
        assertThat(ownWorkspace("maria")).isEqualTo("u_maria");
    }

    @Test
    void no_two_owners_share_a_workspace_because_their_names_are_alike() {
        List<String> alike = List.of(
                "a.b", "a_b", "a-b", "A_B", "a@b", "ä_b", ownWorkspace("a.b").substring(2));

        assertThat(alike.stream().map(this::ownWorkspace))
                .doesNotHaveDuplicates()
                .allMatch(name -> name.matches("u_[a-z][a-z0-9_]*"));
    }

    @Test
    void of_several_groups_the_folder_names_one_or_the_first_counts() {
        var rule = new WorkspaceRule.PerGroup("g_", "uploads");
        Owner maria = new Owner("maria", false, null, List.of("town", "Forest Office"));

        assertThat(rule.of(roads().owner(maria).write())).isEqualTo("g_town");
        assertThat(rule.of(
                        roads().owner(maria).deliveredTo("forest office/2026").write()))
                .startsWith("g_forest_office_");
        assertThat(rule.of(roads().owner(maria).deliveredTo("police").write())).isEqualTo("g_town");
        assertThat(rule.of(roads().owner(maria).deliveredTo("2026/town").write()))
                .isEqualTo("g_town");
    }

    @Test
    void an_owner_without_a_group_goes_where_it_is_said_whatever_the_folder() {
        var rule = new WorkspaceRule.PerGroup("g_", "uploads");

        assertThat(rule.of(roads().write())).isEqualTo("uploads");
        assertThat(rule.of(roads().deliveredTo("town").write())).isEqualTo("uploads");
    }

    @Test
    void a_workspace_that_is_a_path_is_refused() {
        for (String name : List.of("", "a b", "../a", "a/b", "1a", "ä")) {
            assertThatIllegalArgumentException().as(name).isThrownBy(() -> new WorkspaceRule.One(name));
        }
    }
}
