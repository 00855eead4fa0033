package org.batchuploader.geonode.users;

import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.batchuploader.core.user.Owner;
import org.batchuploader.core.user.UserDirectory;
import org.batchuploader.geonode.client.GeoNodeClient;
import org.batchuploader.testkit.fake.FakeGeoNode;
import org.batchuploader.testkit.user.UserDirectoryContract;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;

class GeoNodeUsersContractTest {
    /** By HTTP. */
    @Nested
    class ByHttp extends UserDirectoryContract {
        private final List<FakeGeoNode> fakes = new ArrayList<>();

        @Override
        protected UserDirectory directoryWith(Owner owner, String password, boolean enabled) {
            var fake = new FakeGeoNode(0);
            fakes.add(fake);
            String email = Objects.requireNonNullElse(owner.email(), "");
            if (owner.administrator()) {
                fake.administrator(owner.name(), password, email);
            } else {
                fake.user(owner.name(), password, email);
            }
            if (!enabled) {
                fake.disabled(owner.name());
            }
            return new GeoNodeUsers(
                    GeoNodeClient.at(fake.address())
                            .credentials(FakeGeoNode.ADMINISTRATOR, FakeGeoNode.PASSWORD)
                            .build(),
                    false);
        }

        @AfterEach
        void close() {
            fakes.forEach(FakeGeoNode::close);
        }
    }

    /** Behind the memory, which must not change an answer. */
    @Nested
    class Remembered extends ByHttp {
        @Override
        protected UserDirectory directoryWith(Owner owner, String password, boolean enabled) {
            return new RememberedLogins(
                    super.directoryWith(owner, password, enabled), InstantSource.system(), Duration.ofMinutes(1), 10);
        }
    }
}
