package org.batchuploader.geonode.users;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.UUID;
import org.batchuploader.core.remote.RemoteUnavailable;
import org.junit.jupiter.api.Test;

class GeoNodeTableOnH2Test extends GeoNodeTableContract {
    GeoNodeTableOnH2Test() {
        super(new PeopleProfile("jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1", "sa"));
    }

    @Test
    void a_database_without_the_table_is_unavailable_and_no_wrong_password() {
        var settings = TableSettings.of("jdbc:h2:mem:" + UUID.randomUUID() + ";PASSWORD=hidden", "sa", "hidden")
                .withLimit(Duration.ofSeconds(2));
        try (var users = GeoNodeTable.open(settings)) {
            assertThatThrownBy(() -> users.find("ann"))
                    .isInstanceOf(RemoteUnavailable.class)
                    .hasMessageContaining("GeoNode's database");
        }
        assertThat(settings.toString()).doesNotContain("hidden");
    }
}
