package org.batchuploader.testkit.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.batchuploader.core.inspect.Problem;
import org.batchuploader.core.inspect.ProblemCode;
import org.batchuploader.core.publish.Layer;
import org.batchuploader.core.publish.LayerStore;
import org.batchuploader.core.publish.Link;
import org.batchuploader.core.publish.Placement;
import org.batchuploader.core.publish.Step;
import org.junit.jupiter.api.Test;

/** The contract of {@link LayerStore}. */
public abstract class LayerStoreContract extends StoreContract {
    private LayerStore store() {
        return stores().layers();
    }

    @Test
    final void a_name_is_reserved_once_whoever_asks() {
        var layer = samples().layer("ada", "roads");
        assertThat(store().reserve(layer)).isTrue();
        assertThat(store().reserve(samples().layer("bob", "roads"))).isFalse();
        assertThat(store().reserve(samples().layer("ada", "roads"))).isFalse();
        assertThat(store().named("roads")).contains(layer);
        assertThat(store().find(layer.id())).contains(layer);
    }

    @Test
    final void a_refused_name_leaves_its_transaction_usable() {
        store().reserve(samples().layer("ada", "roads"));
        boolean second = stores().transactions()
                .call(() -> !store().reserve(samples().layer("ada", "roads"))
                        && store().reserve(samples().layer("ada", "roads_2")));
        assertThat(second).isTrue();
        assertThat(store().named("roads_2")).isPresent();
    }

    @Test
    final void of_many_at_once_one_gets_the_name() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(6);
        try {
            List<Future<Boolean>> reserved = new ArrayList<>();
            for (int i = 0; i < 12; i++) {
                var layer = samples().layer("ada", "roads");
                reserved.add(threads.submit(() -> store().reserve(layer)));
            }
            int won = 0;
            for (Future<Boolean> one : reserved) {
                won += one.get() ? 1 : 0;
            }
            assertThat(won).isEqualTo(1);
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    final void an_update_replaces_all_but_id_owner_and_name() {
        var layer = samples().layer("ada", "roads");
        store().reserve(layer);
        var placement = new Placement("ws:roads", List.of(new Link("wms", "https://maps.example/wms?x=1&y=ü", "WMS")))
                .withRemarks(List.of(Problem.of(ProblemCode.STYLE_CHANGED, "Ein \"Stil\" ohne Bild")));
        var changed = new Layer(
                        layer.id(),
                        "ada",
                        "stolen",
                        "New title",
                        "elsewhere",
                        samples().ids().dataset(),
                        null,
                        null,
                        Layer.State.PUBLISHED,
                        Map.of(),
                        Set.of(),
                        Samples.TIME.plusSeconds(1))
                .placed(Step.CATALOG, placement, Samples.TIME.plusSeconds(1))
                .placed(Step.METADATA, new Placement("", List.of()), Samples.TIME.plusSeconds(2));
        store().update(changed);
        assertThat(store().find(layer.id()))
                .contains(new Layer(
                        layer.id(),
                        "ada",
                        "roads",
                        "New title",
                        "elsewhere",
                        changed.dataset(),
                        null,
                        null,
                        Layer.State.PUBLISHED,
                        changed.placements(),
                        changed.done(),
                        changed.changed()));
        assertThat(store().named("stolen")).isEmpty();
        assertThat(store().ofOrigin("ada", "elsewhere")).isPresent();
        assertThat(store().ofOrigin("ada", layer.origin())).isEmpty();
    }

    @Test
    final void an_update_of_what_is_not_stored_is_an_error() {
        assertThatThrownBy(() -> store().update(samples().layer("ada", "roads")))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    final void deleting_frees_the_name() {
        var layer = samples().layer("ada", "roads");
        store().reserve(layer);
        store().delete(layer.id());
        store().delete(layer.id());
        assertThat(store().find(layer.id())).isEmpty();
        assertThat(store().reserve(samples().layer("bob", "roads"))).isTrue();
    }

    @Test
    final void a_layer_is_found_by_the_owner_and_origin_it_came_from() {
        var layer = samples().layer("ada", "roads");
        store().reserve(layer);
        assertThat(store().ofOrigin("ada", layer.origin())).contains(layer);
        assertThat(store().ofOrigin("bob", layer.origin())).isEmpty();
        assertThat(store().ofOrigin("ad", "a" + layer.origin())).isEmpty();
        assertThat(store().ofOrigin("ada", layer.origin().toUpperCase(Locale.ROOT)))
                .isEmpty();
    }

    @Test
    final void an_owners_layers_come_by_name() {
        for (String name : List.of("b", "a_2", "a", "a10")) {
            store().reserve(samples().layer("ada", name));
        }
        store().reserve(samples().layer("bob", "aa"));
        assertThat(store().ofOwner("ada", 9)).extracting(Layer::name).containsExactly("a", "a10", "a_2", "b");
        assertThat(store().ofOwner("ada", 2)).extracting(Layer::name).containsExactly("a", "a10");
    }

    @Test
    final void everybodys_layers_come_a_page_at_a_time_each_once() {
        for (String name : List.of("b", "a_2", "a")) {
            store().reserve(samples().layer("ada", name));
        }
        store().reserve(samples().layer("bob", "aa"));
        List<Layer> first = store().after(null, 3);
        List<Layer> second = store().after(first.get(2).id(), 3);
        assertThat(first).hasSize(3);
        assertThat(second).hasSize(1);
        assertThat(first).doesNotContainAnyElementsOf(second);
        assertThat(store().after(second.get(0).id(), 3)).isEmpty();
    }
}
