package org.batchuploader.testkit.publish;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.OptionalLong;
import org.batchuploader.core.publish.LayerCatalog;
import org.batchuploader.core.publish.Placement;
import org.batchuploader.core.publish.Publication;
import org.junit.jupiter.api.Test;

/** What every {@link LayerCatalog} must do. */
public abstract class LayerCatalogContract extends PublicationContract {
    /** The catalog under test; the same in all calls of one test. */
    protected abstract LayerCatalog catalog();

    /**
     * How many features are served under that name, seen from outside the adapter; 1 for a raster, empty when there is no
     * such layer.
     */
    protected abstract OptionalLong served(String layerName);

    @Test
    void serves_all_features() {
        catalog().publish(sample("roads").features(7).write());

        assertThat(served("roads")).hasValue(7);
    }

    @Test
    void publishing_other_data_replaces_the_data() {
        catalog().publish(sample("roads").features(7).write());
        catalog().publish(sample("roads").features(3).replacing().write());

        assertThat(served("roads")).hasValue(3);
    }

    @Test
    void publishes_files_with_extensions_in_upper_case() {
        catalog().publish(sample("roads").features(4).upperCase().write());

        assertThat(served("roads")).hasValue(4);
    }

    @Override
    final boolean isThere(String layerName) {
        return served(layerName).isPresent();
    }

    @Override
    final PublicationPort port() {
        return new PublicationPort() {
            @Override
            public Placement plan(Publication publication) {
                return catalog().plan(publication);
            }

            @Override
            public Placement put(Publication publication) {
                return catalog().publish(publication);
            }

            @Override
            public void remove(Placement placement) {
                catalog().remove(placement);
            }
        };
    }
}
