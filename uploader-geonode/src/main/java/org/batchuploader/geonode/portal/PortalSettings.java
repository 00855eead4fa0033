package org.batchuploader.geonode.portal;

import java.net.URI;
import java.time.Duration;
import java.util.Map;
import org.batchuploader.geonode.client.Level;
import org.jspecify.annotations.Nullable;

/**
 * How GeoNode is to be used, whichever way.
 *
 * @param publicAddress of GeoNode as people reach it, up to and with the context path
 * @param permissions by name of group ({@code anonymous}, {@code registered-members}, ...); what is not named stays as GeoNode makes it
 * @param ownerOfUnknown the account that gets the datasets of owners whom GeoNode does not know; without it they are refused
 * @param patience how long all waiting for one registration or removal may take together
 * @param pause between two looks at what GeoNode is working on; it grows to ten times as much
 */
public record PortalSettings(
        URI publicAddress,
        Map<String, Level> permissions,
        @Nullable String ownerOfUnknown,
        Duration patience,
        Duration pause) {
    public PortalSettings {
        permissions = Map.copyOf(permissions);
    }

    /** GeoNode's own permissions, no datasets of unknown owners, ten minutes of patience. */
    public static PortalSettings at(URI publicAddress) {
        return new PortalSettings(publicAddress, Map.of(), null, Duration.ofMinutes(10), Duration.ofMillis(500));
    }

    public PortalSettings withPermissions(Map<String, Level> byGroup) {
        return new PortalSettings(publicAddress, byGroup, ownerOfUnknown, patience, pause);
    }

    public PortalSettings withOwnerOfUnknown(@Nullable String account) {
        return new PortalSettings(publicAddress, permissions, account, patience, pause);
    }

    public PortalSettings withPatience(Duration total, Duration firstPause) {
        return new PortalSettings(publicAddress, permissions, ownerOfUnknown, total, firstPause);
    }
}
