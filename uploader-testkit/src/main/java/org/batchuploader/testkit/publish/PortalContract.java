package org.batchuploader.testkit.publish;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.batchuploader.core.publish.Link;
import org.batchuploader.core.publish.Placement;
import org.batchuploader.core.publish.Portal;
import org.batchuploader.core.publish.Publication;
import org.junit.jupiter.api.Test;

/** What every {@link Portal} must do. */
public abstract class PortalContract extends PublicationContract {
    /** The adapter under test; the same in all calls of one test. */
    protected abstract Portal portal();

    /** The text of the layer's page, seen from outside the adapter, in whatever form it is kept; empty when there is none. */
    protected abstract Optional<String> page(String layerName);

    @Test
    void the_page_says_the_title_and_the_owner() {
        portal().register(sample("roads")
                .title("Roads of the valley")
                .owner("maria")
                .write());

        assertThat(page("roads")).hasValueSatisfying(text -> assertThat(text).contains("Roads of the valley", "maria"));
    }

    @Test
    void publishing_again_replaces_what_the_page_says() {
        portal().register(sample("roads").title("Roads of the valley").write());
        portal().register(
                        sample("roads").title("Roads of the coast").replacing().write());

        assertThat(page("roads"))
                .hasValueSatisfying(
                        text -> assertThat(text).contains("Roads of the coast").doesNotContain("Roads of the valley"));
    }

    @Test
    void there_is_a_link_to_the_page() {
        Placement placement = portal().register(sample("roads").write());

        assertThat(placement.links()).extracting(Link::rel).contains("page");
    }

    @Test
    void text_of_the_owner_stays_text() {
        portal().register(sample("roads")
                .title("<script>alert(\"1\")</script> & co")
                .write());

        assertThat(page("roads")).hasValueSatisfying(text -> assertThat(text).doesNotContain("<script>alert"));
    }

    @Override
    final boolean isThere(String layerName) {
        return page(layerName).isPresent();
    }

    @Override
    final PublicationPort port() {
        return new PublicationPort() {
            @Override
            public Placement plan(Publication publication) {
                return portal().plan(publication);
            }

            @Override
            public Placement put(Publication publication) {
                return portal().register(publication);
            }

            @Override
            public void remove(Placement placement) {
                portal().remove(placement);
            }
        };
    }
}
