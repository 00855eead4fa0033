package org.batchuploader.geonetwork.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.batchuploader.core.publish.Difference;
import org.batchuploader.core.publish.Expected;
import org.batchuploader.core.publish.Inventory;
import org.batchuploader.core.publish.MetadataRegistry;
import org.batchuploader.core.publish.Placement;
import org.batchuploader.core.publish.Publication;
import org.batchuploader.core.publish.Step;
import org.batchuploader.core.remote.RemoteRefused;
import org.batchuploader.core.remote.RemoteUnavailable;
import org.batchuploader.testkit.fake.FakeGeoNetwork;
import org.batchuploader.testkit.fake.FakeRecord;
import org.batchuploader.testkit.fake.Fault;
import org.batchuploader.testkit.publish.MetadataRegistryContract;
import org.batchuploader.testkit.publish.SamplePublication;
import org.batchuploader.testkit.publish.Trouble;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The contract of every registry, and what holds of those in a catalogue whichever way it is spoken to. */
abstract class FakedRegistry extends MetadataRegistryContract {
    private static final String ANOTHER = "11111111-2222-4333-8444-555555555555";

    final FakeGeoNetwork fake = new FakeGeoNetwork(0);

    /** The operation that inserts and replaces. */
    abstract String putting();

    /** Puts a record past the registry. */
    abstract void put(String uuid, byte[] record);

    @AfterEach
    void end() {
        fake.close();
    }

    @Override
    protected Optional<String> record(String layerName) {
        String uuid = super.sample(layerName).write().identifier();
        return fake.find(uuid).map(FakeRecord::xml);
    }

    Trouble unavailable(String operation, Fault fault) {
        return Trouble.unavailable(operation + " " + fault, () -> fake.faults().on(operation, fault), this::mend);
    }

    Trouble refusing(String operation, Fault fault) {
        return Trouble.refusing(operation + " " + fault, () -> fake.faults().on(operation, fault), this::mend);
    }

    private void mend() {
        fake.faults().clear();
    }

    @Test
    void a_record_that_was_not_made_here_is_neither_replaced_nor_removed() {
        MetadataRegistry registry = registry();
        Publication publication = sample("roads").write();
        Placement placement = registry.put(publication);
        String theirs = fake.record(publication.identifier()).xml().replace("batch-uploader:", "harvested:");
        put(publication.identifier(), theirs.getBytes(StandardCharsets.UTF_8));

        assertThatThrownBy(() -> registry.put(publication))
                .isInstanceOf(RemoteRefused.class)
                .hasMessageContaining("not made here");
        registry.remove(placement);

        assertThat(record("roads")).contains(theirs);
    }

    @Test
    void a_replacement_that_is_said_to_be_stored_and_is_not_is_found_out() {
        registry().put(sample("roads").title("Roads of the valley").write());
        fake.faults().on(putting(), Fault.LIE);

        assertThatThrownBy(() -> registry()
                        .put(sample("roads")
                                .title("Roads of the coast")
                                .replacing()
                                .write()))
                .isInstanceOf(RemoteRefused.class)
                .hasMessageContaining("shows another title");
    }

    /** As when somebody deleted the page in the portal, which made another. */
    @Test
    void a_layer_whose_portal_gives_another_identifier_leaves_no_record_under_the_first() {
        Placement first = registry().put(sample("roads").write());
        SamplePublication moved = sample("roads").identifier(ANOTHER).placed(Step.METADATA, first);

        Placement second = registry().put(moved.write());

        assertThat(fake.records()).containsOnlyKeys(ANOTHER);
        assertThat(second.identifier()).isEqualTo(ANOTHER);
        registry().remove(second);
        assertThat(fake.records()).isEmpty();
    }

    @Test
    void the_first_record_is_not_forgotten_when_the_second_does_not_come_about_at_once() {
        Placement first = registry().put(sample("roads").write());
        SamplePublication moved = sample("roads").identifier(ANOTHER).placed(Step.METADATA, first);
        Placement planned = registry().plan(moved.write());
        fake.faults().once(putting(), Fault.DOWN);
        assertThatThrownBy(() -> registry().put(moved.write())).isInstanceOf(RemoteUnavailable.class);

        registry().put(moved.placed(Step.METADATA, planned).write());
        assertThat(fake.records()).containsOnlyKeys(ANOTHER);

        registry().remove(planned);
        assertThat(fake.records()).isEmpty();
    }

    @Test
    void a_take_down_after_a_plan_takes_both_records_away() {
        Placement first = registry().put(sample("roads").write());
        Placement planned = registry()
                .plan(sample("roads")
                        .identifier(ANOTHER)
                        .placed(Step.METADATA, first)
                        .write());

        registry().remove(planned);
        assertThat(fake.records()).isEmpty();
    }

    @Test
    void a_reference_that_is_not_ours_is_a_programming_error() {
        for (String ref : List.of("", "roads", "../x", "2f8a5c4e-0d0b-4a52-9f0e-0c7c1a9b1c11", "a/b")) {
            assertThatIllegalArgumentException().as(ref).isThrownBy(() -> registry()
                    .remove(new Placement(ref, List.of())));
        }
        assertThat(fake.calls()).isEmpty();
    }

    @Test
    final void what_is_there_is_looked_at_and_what_bears_our_mark_is_found_page_by_page() {
        Publication publication = sample("roads").write();
        Placement placement = registry().put(publication);
        Inventory inventory = (Inventory) registry();
        Expected expected = new Expected(
                publication.layer(), "roads", publication.title(), "ada", placement, null, publication.at());
        assertThat(inventory.look(expected)).isEmpty();

        String uuid = publication.identifier();
        String record = fake.record(uuid).xml();
        for (int i = 0; i < 120; i++) {
            String other = UUID.nameUUIDFromBytes(new byte[] {(byte) i}).toString();
            fake.put(other, record.replace(uuid, other));
        }
        fake.put("harvested", record.replace("batch-uploader:", "other:"));
        List<String> refs = new ArrayList<>();
        inventory.marked(marked -> {
            assertThat(marked.layer()).isEqualTo(publication.layer());
            refs.add(marked.placement().get().ref());
        });
        assertThat(refs).hasSize(121).doesNotHaveDuplicates().contains(placement.ref());

        fake.put(uuid, record.replace(">" + publication.title() + "<", ">changed<"));
        assertThat(inventory.look(expected)).extracting(Difference::kind).containsExactly(Difference.Kind.CHANGED);
        fake.put(uuid, record.replace("batch-uploader:", "other:"));
        assertThat(inventory.look(expected)).extracting(Difference::kind).containsExactly(Difference.Kind.FOREIGN);
        fake.remove(uuid);
        assertThat(inventory.look(expected)).extracting(Difference::kind).containsExactly(Difference.Kind.MISSING);
    }
}
