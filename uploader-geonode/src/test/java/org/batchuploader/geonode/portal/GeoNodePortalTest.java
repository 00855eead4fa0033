package org.batchuploader.geonode.portal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.batchuploader.core.inspect.Description;
import org.batchuploader.core.inspect.Inspection;
import org.batchuploader.core.publish.Link;
import org.batchuploader.core.publish.Placement;
import org.batchuploader.core.publish.Publication;
import org.batchuploader.core.remote.RemoteRefused;
import org.batchuploader.core.remote.RemoteUnavailable;
import org.batchuploader.geonode.client.Level;
import org.batchuploader.testkit.fake.Fault;
import org.batchuploader.testkit.fake.GeoNodeTroubles;
import org.batchuploader.testkit.publish.SamplePublication;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GeoNodePortalTest {
    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path samples;

    private final TiedFakes fakes = new TiedFakes();

    @AfterEach
    void close() {
        fakes.close();
    }

    private GeoNodePortal portal(PortalSettings settings) {
        return GeoNodePortal.registering(fakes.client(), TiedFakes::layer, settings);
    }

    private GeoNodePortal portal() {
        return portal(fakes.settings);
    }

    private SamplePublication sample(String name) {
        return SamplePublication.shapefile(samples).name(name);
    }

    private Publication described(String topic) {
        Inspection plain = sample("roads").trueInspection();
        var description = new Description(
                "Their title",
                "Roads & <b>lanes</b>",
                null,
                List.of("roads", " traffic ", "roads", ""),
                topic,
                "eng",
                LocalDate.of(2025, 6, 1),
                "creation",
                "Surveyed.",
                "CC-BY",
                null,
                "The Office",
                "office@example.org",
                null);
        return sample("roads")
                .inspection(new Inspection(
                        plain.format(),
                        plain.vector(),
                        plain.raster(),
                        plain.extent(),
                        plain.geographicExtent(),
                        plain.crs(),
                        description,
                        List.of()))
                .write();
    }

    private String store(String name) {
        return TiedFakes.layer(sample(name).write()).store();
    }

    @Test
    void the_placement_has_the_page_as_people_reach_it_and_geonode_s_identifier() {
        Placement placement = portal().register(sample("roads").title("Roads").write());

        assertThat(placement.links())
                .contains(new Link("page", "https://maps.example.org/catalogue/#/dataset/42", "Roads"));
        assertThat(placement.identifier()).matches("[0-9a-f-]{36}");
    }

    @Test
    void what_the_owner_says_of_the_data_is_shown() {
        portal().register(described("transportation"));

        assertThat(fakes.geonode.state()).contains("keywords=[roads, traffic] category=transportation");
        assertThat(fakes.geonode.page("roads"))
                .hasValueSatisfying(page -> assertThat(page).contains("Roads &amp; &lt;b&gt;lanes&lt;/b&gt;"));
    }

    @Test
    void a_category_that_geonode_does_not_have_is_left_away() {
        portal().register(described("no-such-category"));

        assertThat(fakes.geonode.state()).contains("keywords=[roads, traffic] category=-");
    }

    @Test
    void permissions_are_set_by_the_names_of_groups_as_soon_as_geonode_can() {
        fakes.geonode.faults().on(GeoNodeTroubles.DIRTY, Fault.LIE, 3);
        portal(fakes.settings.withPermissions(Map.of("anonymous", Level.VIEW, "planners", Level.EDIT)))
                .register(sample("roads").write());

        assertThat(fakes.geonode.state()).contains("permissions={anonymous=view, planners=edit}");
        assertThat(fakes.geonode.calls()).filteredOn("permit"::equals).hasSize(4);
    }

    @Test
    void permissions_that_are_said_to_be_set_and_are_not_are_refused_with_what_is() {
        fakes.geonode.faults().on("permit", Fault.LIE);

        assertThatThrownBy(() -> portal(fakes.settings.withPermissions(Map.of("anonymous", Level.NONE)))
                        .register(sample("roads").write()))
                .isInstanceOf(RemoteRefused.class)
                .hasMessageContaining("\"anonymous\" has \"download\" and not \"none\"");
        assertThat(fakes.geonode.page("roads")).isEmpty();
    }

    @Test
    void where_an_administrator_has_to_approve_first_groups_have_less_and_the_layer_is_there() {
        fakes.geonode.faults().on(GeoNodeTroubles.MODERATED, Fault.LIE);
        portal(fakes.settings.withPermissions(Map.of("anonymous", Level.VIEW)))
                .register(sample("roads").write());

        assertThat(fakes.geonode.page("roads")).isPresent();
    }

    /** GeoNode has the title from GeoServer already, so that only the abstract tells. */
    @Test
    void an_abstract_that_is_said_to_be_changed_and_is_not_is_refused() {
        fakes.geonode.faults().on("change", Fault.LIE);

        assertThatThrownBy(
                        () -> portal().register(sample("roads").title("roads").write()))
                .isInstanceOf(RemoteRefused.class)
                .hasMessageContaining("old abstract");
    }

    @Test
    void a_second_delivery_of_the_same_words_changes_nothing_and_is_no_lie() {
        portal().register(described("transportation"));
        portal().register(described("transportation"));

        assertThat(fakes.geonode.state()).containsOnlyOnce("up:roads");
    }

    @Test
    void permissions_that_stay_impossible_are_unavailable_in_the_end() {
        fakes.geonode.faults().on(GeoNodeTroubles.DIRTY, Fault.LIE);

        assertThatThrownBy(() -> portal(fakes.settings.withPermissions(Map.of("anonymous", Level.VIEW)))
                        .register(sample("roads").write()))
                .isInstanceOf(RemoteUnavailable.class);
    }

    @Test
    void a_group_that_is_not_there_is_refused_by_its_name_and_leaves_nothing() {
        assertThatThrownBy(() -> portal(fakes.settings.withPermissions(Map.of("plannners", Level.EDIT)))
                        .register(sample("roads").write()))
                .isInstanceOf(RemoteRefused.class)
                .hasMessageContaining("\"plannners\"");
        assertThat(fakes.geonode.page("roads")).isEmpty();
    }

    @Test
    void a_thumbnail_is_sent_and_one_that_is_refused_costs_no_layer() {
        portal().register(sample("roads").thumbnail().write());
        assertThat(fakes.geonode.state()).containsPattern("up:roads .* thumbnail=[1-9]");

        fakes.geonode.faults().on("thumbnail", Fault.REFUSE);
        portal().register(sample("rivers").thumbnail().write());
        assertThat(fakes.geonode.state()).containsPattern("up:rivers .* thumbnail=0");
    }

    @Test
    void somebody_else_s_dataset_is_neither_replaced_nor_removed() {
        fakes.geonode.dataset("up", store("roads"), "roads", "bob");
        String before = fakes.geonode.state();

        assertThatThrownBy(() -> portal().register(sample("roads").write()))
                .isInstanceOf(RemoteRefused.class)
                .hasMessageContaining("belongs to bob");
        portal().remove(portal().plan(sample("roads").write()));
        assertThat(fakes.geonode.state()).isEqualTo(before);
        assertThat(fakes.geonode.calls()).doesNotContain("command", "change", "delete");
    }

    @Test
    void a_dataset_of_the_owner_s_that_we_did_not_make_is_left_alone() {
        fakes.geonode.dataset("up", "made_by_hand", "roads", "maria");
        String before = fakes.geonode.state();

        assertThatThrownBy(() -> portal().register(sample("roads").write())).isInstanceOf(RemoteRefused.class);
        portal().remove(portal().plan(sample("roads").write()));
        assertThat(fakes.geonode.state()).isEqualTo(before);
    }

    @Test
    void what_an_administrator_gave_to_another_is_no_longer_ours() {
        Placement placement = portal().register(sample("roads").write());
        fakes.geonode.give("up", "roads", "bob");

        portal().remove(placement);
        assertThat(fakes.geonode.page("roads")).isPresent();
    }

    @Test
    void a_dataset_of_another_identifier_at_our_place_is_not_the_one_we_made() {
        Placement placement = portal().register(sample("roads").write());
        portal().remove(placement);
        portal().register(sample("roads").write());

        portal().remove(placement);
        assertThat(fakes.geonode.page("roads")).isPresent();
    }

    @Test
    void an_owner_whom_geonode_does_not_know_is_refused_unless_another_stands_in() {
        Publication publication = sample("roads").owner("stranger").write();
        assertThatThrownBy(() -> portal().register(publication))
                .isInstanceOf(RemoteRefused.class)
                .hasMessageContaining("no user named \"stranger\"");

        GeoNodePortal other = portal(fakes.settings.withOwnerOfUnknown("bob"));
        Placement placement = other.register(publication);
        assertThat(fakes.geonode.state()).contains("up:roads owner=bob");
        other.remove(placement);
        assertThat(fakes.geonode.page("roads")).isEmpty();
    }

    @Test
    void a_deletion_that_does_not_happen_is_unavailable() {
        Placement placement = portal().register(sample("roads").write());
        fakes.geonode.faults().on("delete", Fault.LIE);

        assertThatThrownBy(() -> portal().remove(placement))
                .isInstanceOf(RemoteUnavailable.class)
                .hasMessageContaining("the deletion of dataset 42");
    }

    @Test
    void credentials_that_are_not_accepted_are_said_and_kept_secret() {
        var portal = GeoNodePortal.registering(fakes.client("admin", "hush"), TiedFakes::layer, fakes.settings);

        assertThatThrownBy(() -> portal.register(sample("roads").write()))
                .isInstanceOf(RemoteRefused.class)
                .hasMessageContaining("credentials")
                .hasMessageNotContaining("hush");
    }

    @Test
    void many_layers_are_registered_at_once_each_as_its_own() {
        GeoNodePortal portal = portal();
        List<Publication> publications = IntStream.range(0, 24)
                .mapToObj(i -> sample("layer" + i).title("Layer " + i + ".").write())
                .toList();

        List<Placement> placements =
                publications.parallelStream().map(portal::register).toList();
        assertThat(placements).extracting(Placement::identifier).doesNotHaveDuplicates();
        for (int i = 0; i < 24; i++) {
            assertThat(fakes.geonode.state()).contains("up:layer" + i + " owner=maria title=\"Layer " + i + ".\"");
        }
        placements.parallelStream().forEach(portal::remove);
        assertThat(fakes.geonode.state()).doesNotContain("dataset");
    }

    @Test
    void a_reference_of_another_adapter_is_a_programming_error() {
        for (String ref : List.of("roads", "up/roads_1/datastores", "file/roads maria", "layer/up maria", "")) {
            assertThatIllegalArgumentException().isThrownBy(() -> portal().remove(new Placement(ref, List.of())));
        }
    }
}
