package org.batchuploader.testkit.publish;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.batchuploader.core.publish.Link;
import org.batchuploader.core.publish.Placement;
import org.batchuploader.core.remote.RemoteRefused;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** What holds for each of the three ports that a publication passes through. */
abstract class PublicationContract {
    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path samples;

    abstract PublicationPort port();

    /** Whether something is there for that layer, seen from outside the adapter. */
    abstract boolean isThere(String layerName);

    /** Troubles that the adapter can be brought into; none by default. */
    protected List<Trouble> troubles() {
        return List.of();
    }

    /** A shapefile's publication to begin with; an adapter may want other links in it. */
    protected SamplePublication sample(String layerName) {
        return SamplePublication.shapefile(samples).name(layerName);
    }

    @Test
    void the_first_publication_gives_a_placement_with_links() {
        Placement placement = port().put(sample("roads").write());

        assertThat(placement.ref()).isNotBlank();
        assertThat(placement.links()).isNotEmpty().allSatisfy(PublicationContract::isAddress);
        assertThat(isThere("roads")).isTrue();
    }

    @Test
    void a_plan_does_nothing_and_removes_what_is_made_by_it() {
        Placement plan = port().plan(sample("roads").write());
        assertThat(isThere("roads")).isFalse();
        port().remove(plan);

        port().put(sample("roads").write());
        assertThat(isThere("roads")).isTrue();
        port().remove(plan);
        assertThat(isThere("roads")).isFalse();
    }

    @Test
    void a_raster_is_published_too() {
        Placement placement =
                port().put(SamplePublication.geoTiff(samples).name("height").write());

        assertThat(placement.links()).isNotEmpty();
        assertThat(isThere("height")).isTrue();
    }

    @Test
    void publishing_again_keeps_the_reference() {
        Placement first = port().put(sample("roads").write());
        Placement again = port().put(sample("roads").replacing().write());

        assertThat(again).isEqualTo(first);
        assertThat(isThere("roads")).isTrue();
    }

    @Test
    void publishing_again_after_a_removal_works() {
        Placement first = port().put(sample("roads").write());
        port().remove(first);

        assertThat(port().put(sample("roads").write()).ref()).isEqualTo(first.ref());
        assertThat(isThere("roads")).isTrue();
    }

    @Test
    void removing_removes_its_own_and_nothing_else() {
        Placement roads = port().put(sample("roads").write());
        Placement rivers = port().put(sample("rivers").write());

        port().remove(roads);

        assertThat(roads.ref()).isNotEqualTo(rivers.ref());
        assertThat(isThere("roads")).isFalse();
        assertThat(isThere("rivers")).isTrue();
    }

    @Test
    void removing_twice_is_fine() {
        Placement placement = port().put(sample("roads").write());

        port().remove(placement);
        port().remove(placement);

        assertThat(isThere("roads")).isFalse();
    }

    @Test
    void what_the_owner_called_the_files_reaches_no_reference_and_no_address() {
        Placement placement = port().put(
                        sample("roads").base("Straße & Weg <1>").title("Straße").write());

        assertThat(placement.ref()).doesNotContain("Stra", "&", "<");
        assertThat(placement.links()).allSatisfy(link -> assertThat(link.href()).doesNotContain("Stra", "Weg", "<"));
    }

    @Test
    void a_name_that_is_not_ours_is_a_programming_error() {
        for (String name : List.of("../roads", "a/b", "a\\b", "..", "", "Roads of\nTown", "%2e%2e")) {
            assertThatIllegalArgumentException().as(name).isThrownBy(() -> port().put(
                            sample(name).write()));
        }
    }

    @TestFactory
    Stream<DynamicTest> trouble_is_said_and_leaves_nothing_behind_that_hinders_the_next_attempt() {
        return troubles().stream().map(trouble -> DynamicTest.dynamicTest(trouble.name(), () -> survive(trouble)));
    }

    private void survive(Trouble trouble) {
        trouble.begin().run();
        try {
            assertThatThrownBy(() -> port().put(sample("roads").write())).isInstanceOf(trouble.expected());
        } finally {
            trouble.end().run();
        }
        if (trouble.expected() == RemoteRefused.class) {
            assertThat(isThere("roads")).isFalse();
        }
        Placement placement = port().put(sample("roads").write());
        assertThat(isThere("roads")).isTrue();
        port().remove(placement);
        assertThat(isThere("roads")).isFalse();
    }

    private static void isAddress(Link link) {
        assertThat(link.rel()).isIn("page", "wms", "wfs", "wcs", "record", "geojson", "original", "thumbnail");
        assertThat(link.href()).matches("(/|https?://)[^\\s<>\"]+");
        assertThat(link.title()).isNotBlank();
    }
}
