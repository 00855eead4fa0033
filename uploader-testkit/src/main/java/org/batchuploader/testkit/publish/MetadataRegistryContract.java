package org.batchuploader.testkit.publish;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.batchuploader.core.publish.Link;
import org.batchuploader.core.publish.MetadataRegistry;
import org.batchuploader.core.publish.Placement;
import org.batchuploader.core.publish.Publication;
import org.junit.jupiter.api.Test;

/** What every {@link MetadataRegistry} must do. */
public abstract class MetadataRegistryContract extends PublicationContract {
    /** The adapter under test; the same in all calls of one test. */
    protected abstract MetadataRegistry registry();

    /** The text of the layer's record, seen from outside the adapter, in whatever form it is kept; empty when there is none. */
    protected abstract Optional<String> record(String layerName);

    @Test
    void the_record_says_the_title_and_the_owner() {
        registry()
                .put(sample("roads").title("Roads of the valley").owner("maria").write());

        assertThat(record("roads"))
                .hasValueSatisfying(text -> assertThat(text).contains("Roads of the valley", "maria"));
    }

    @Test
    void publishing_again_replaces_what_the_record_says() {
        registry().put(sample("roads").title("Roads of the valley").write());
        registry().put(sample("roads").title("Roads of the coast").replacing().write());

        assertThat(record("roads"))
                .hasValueSatisfying(
                        text -> assertThat(text).contains("Roads of the coast").doesNotContain("Roads of the valley"));
    }

    @Test
    void there_is_a_link_to_the_record() {
        Placement placement = registry().put(sample("roads").write());

        assertThat(placement.links()).extracting(Link::rel).contains("record");
    }

    @Test
    void text_of_the_owner_stays_text() {
        registry()
                .put(sample("roads").title("<script>alert(\"1\")</script> & co").write());

        assertThat(record("roads")).hasValueSatisfying(text -> assertThat(text).doesNotContain("<script>alert"));
    }

    @Override
    final boolean isThere(String layerName) {
        return record(layerName).isPresent();
    }

    @Override
    final PublicationPort port() {
        return new PublicationPort() {
            @Override
            public Placement plan(Publication publication) {
                return registry().plan(publication);
            }

            @Override
            public Placement put(Publication publication) {
                return registry().put(publication);
            }

            @Override
            public void remove(Placement placement) {
                registry().remove(placement);
            }
        };
    }
}
