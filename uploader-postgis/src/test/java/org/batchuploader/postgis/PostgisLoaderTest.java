package org.batchuploader.postgis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.batchuploader.core.feature.Column;
import org.batchuploader.core.feature.FeatureReader;
import org.batchuploader.core.feature.FeatureType;
import org.batchuploader.core.feature.GeometryType;
import org.batchuploader.core.feature.ValueType;
import org.batchuploader.testkit.postgres.EmbeddedPostgres;
import org.junit.jupiter.api.Test;

class PostgisLoaderTest extends PostgisTest {
    PostgisLoaderTest(EmbeddedPostgres server) {
        super(server);
    }

    @Test
    void every_value_arrives_as_it_was_handed_on() throws SQLException {
        LoadedTable loaded = loader(Points.of(100)).load(publication());

        assertThat(loaded).isEqualTo(new LoadedTable("public", "roads", 4326, Points.TYPE, 100));
        String values =
                "SELECT \"NAME\", pop, height, built, open, ST_AsText(the_geom), ST_SRID(the_geom) FROM roads WHERE fid = ";
        assertThat(ask(values + 4)).isEqualTo("Ålesund 4, 40, 0.500, 1970-01-05, t, POINT(0.4 0.2), 4326");
        assertThat(ask(values + 3)).isEqualTo("Ålesund 3, 30, 100000000000000000000, null, f, POINT(0.3 0.15), 4326");
        assertThat(ask(values + 5)).endsWith("null, null");
    }

    @Test
    void a_table_has_a_key_a_spatial_index_and_statistics() throws SQLException {
        loader(Points.of(1000)).load(publication());

        assertThat(
                        ask(
                                "SELECT string_agg(indexdef, '; ' ORDER BY indexname) FROM pg_indexes WHERE tablename = 'roads'"))
                .isEqualTo("CREATE INDEX \"roads-gx\" ON public.roads USING gist (the_geom); "
                        + "CREATE UNIQUE INDEX \"roads-pk\" ON public.roads USING btree (fid)");
        assertThat(ask("SELECT contype, conname FROM pg_constraint WHERE conrelid = 'roads'::regclass"))
                .isEqualTo("p, roads-pk");
        assertThat(ask("SELECT reltuples FROM pg_class WHERE relname = 'roads'"))
                .isEqualTo("1000");
        assertThat(ask("SELECT type, srid FROM geometry_columns WHERE f_table_name = 'roads'"))
                .isEqualTo("POINT, 4326");
    }

    @Test
    void readers_see_the_old_table_whole_until_they_see_the_new_one_whole() throws SQLException {
        loader(Points.of(10)).load(publication());
        List<String> seen = new ArrayList<>();
        var reader = Points.of(50_000).with(40_000, () -> seen.add(quietly("SELECT count(*) FROM roads")));

        loader(reader).load(publication());

        assertThat(seen).containsExactly("10");
        assertThat(ask("SELECT count(*) FROM roads")).isEqualTo("50000");
        awaitNothingLeft();
    }

    @Test
    void what_a_reader_begins_again_is_loaded_once() throws SQLException {
        var narrow =
                new FeatureType(GeometryType.POINT, false, false, List.of(new Column("lanes", ValueType.INTEGER, 0)));
        FeatureReader reader = (files, inspection, sink) -> {
            sink.begin(narrow);
            for (int i = 1; i <= 20_000; i++) {
                sink.feature(i);
                sink.whole(i);
                sink.nothing();
            }
            return Points.of(3).read(files, inspection, sink);
        };

        assertThat(loader(reader).load(publication()).rows()).isEqualTo(3);
        assertThat(ask("SELECT count(*), max(pop) FROM roads")).isEqualTo("3, 30");
    }

    @Test
    void the_schema_is_made_and_readers_may_read() throws SQLException {
        execute("DROP ROLE IF EXISTS \"geo server\"");
        execute("CREATE ROLE \"geo server\"");
        var settings = settings().withSchema("the maps").withReaders(List.of("geo server"));

        PostgisLoader loader = loader(settings, Points.of(2));
        loader.load(publication());
        loader.load(publication());

        assertThat(ask("SELECT has_schema_privilege('geo server', 'the maps', 'USAGE'),"
                        + " has_table_privilege('geo server', '\"the maps\".roads', 'SELECT')"))
                .isEqualTo("t, t");
    }

    @Test
    void readers_are_admitted_to_a_schema_of_ours_that_an_administrator_made() throws SQLException {
        execute("DROP ROLE IF EXISTS looker");
        execute("CREATE ROLE looker");
        execute("CREATE SCHEMA made");

        loader(settings().withSchema("made").withReaders(List.of("looker")), Points.of(2))
                .load(publication());

        assertThat(ask("SELECT has_schema_privilege('looker', 'made', 'USAGE'),"
                        + " has_table_privilege('looker', 'made.roads', 'SELECT')"))
                .isEqualTo("t, t");
    }

    @Test
    void a_dropped_table_is_gone_and_dropping_it_again_is_fine() {
        PostgisLoader loader = loader(Points.of(2));
        loader.load(publication());
        assertThat(loader.exists("roads")).isTrue();

        loader.drop("roads");
        loader.drop("roads");

        assertThat(loader.exists("roads")).isFalse();
    }

    @Test
    void a_name_that_is_no_layers_is_no_tables() {
        PostgisLoader loader = loader(Points.of(2));

        for (String name : new String[] {"pg_class; DROP", "Roads", "roads-new", ""}) {
            assertThatExceptionOfType(IllegalArgumentException.class).isThrownBy(() -> loader.drop(name));
        }
    }

    private String quietly(String sql) {
        try {
            return ask(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
