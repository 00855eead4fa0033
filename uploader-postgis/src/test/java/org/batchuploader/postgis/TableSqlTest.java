package org.batchuploader.postgis;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.batchuploader.core.feature.Column;
import org.batchuploader.core.feature.FeatureType;
import org.batchuploader.core.feature.GeometryType;
import org.batchuploader.core.feature.ValueType;
import org.junit.jupiter.api.Test;

class TableSqlTest {
    private final TableSql sql = new TableSql("public", "gis", "roads");

    @Test
    void a_table_has_its_key_first_and_its_geometry_last() {
        var type = new FeatureType(
                GeometryType.MULTI_POLYGON,
                true,
                true,
                List.of(
                        new Column("NAME", ValueType.TEXT, 40),
                        new Column("lanes", ValueType.INTEGER, 0),
                        new Column("traffic", ValueType.LONG, 0),
                        new Column("width", ValueType.DECIMAL, 0),
                        new Column("built", ValueType.DATE, 0),
                        new Column("open", ValueType.BOOLEAN, 0)));

        assertThat(sql.create(type, 2056))
                .isEqualTo("CREATE TABLE \"gis\".\"roads-new\" (\"fid\" integer NOT NULL, \"NAME\" varchar(40), "
                        + "\"lanes\" integer, \"traffic\" bigint, \"width\" numeric, \"built\" date, \"open\" boolean, "
                        + "\"the_geom\" \"public\".geometry(MultiPolygonZM, 2056))");
    }

    @Test
    void a_name_cannot_end_its_quotation() {
        assertThat(new TableSql("x", "a\"; DROP SCHEMA public; --", "roads").name())
                .isEqualTo("\"a\"\"; DROP SCHEMA public; --\".\"roads\"");
        assertThat(sql.mark("it's")).endsWith("IS 'Batch Uploader: layer it''s'");
    }

    @Test
    void the_longest_name_of_a_layer_leaves_room_for_the_names_of_its_indexes() {
        var longest = new TableSql("public", "gis", "l".repeat(56));

        assertThat(longest.complete().toString()).doesNotContainPattern("\"[^\"]{64,}\"");
        assertThat(longest.rename().toString()).doesNotContainPattern("\"[^\"]{64,}\"");
    }
}
