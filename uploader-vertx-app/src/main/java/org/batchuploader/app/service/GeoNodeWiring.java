package org.batchuploader.app.service;

import java.time.Clock;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.batchuploader.app.config.GeoNodeAccess;
import org.batchuploader.app.config.PortalChoice;
import org.batchuploader.app.config.UsersChoice;
import org.batchuploader.core.publish.Portal;
import org.batchuploader.core.user.UserDirectory;
import org.batchuploader.geonode.client.GeoNodeClient;
import org.batchuploader.geonode.client.GeoNodeClientBuilder;
import org.batchuploader.geonode.client.Level;
import org.batchuploader.geonode.portal.GeoNodeCheckup;
import org.batchuploader.geonode.portal.GeoNodePortal;
import org.batchuploader.geonode.portal.PortalSettings;
import org.batchuploader.geonode.users.GeoNodeTable;
import org.batchuploader.geonode.users.GeoNodeTokens;
import org.batchuploader.geonode.users.GeoNodeUsers;
import org.batchuploader.geonode.users.RememberedLogins;
import org.batchuploader.geonode.users.TableSettings;
import org.jspecify.annotations.Nullable;

/** GeoNode as the configuration has it. */
final class GeoNodeWiring {
    private static final Duration FIRST_PAUSE = Duration.ofMillis(500);

    private GeoNodeWiring() {}

    /** @param geoserver where layers are registered from; absent when GeoNode is handed the files */
    static Portal portal(PortalChoice.GeoNode choice, @Nullable GeoServerWiring geoserver, Systems systems) {
        GeoNodeClient client = client(choice.access(), systems);
        PortalSettings settings = PortalSettings.at(choice.access().publicUrl())
                .withPermissions(permissions(choice))
                .withOwnerOfUnknown(choice.ownerOfUnknown())
                .withPatience(choice.patience(), FIRST_PAUSE);
        systems.note(new GeoNodeCheckup(client, settings, choice.uploads(), Clock.systemUTC()));
        if (choice.uploads() || geoserver == null) {
            return GeoNodePortal.uploading(client, settings);
        }
        return GeoNodePortal.registering(client, geoserver::layer, settings);
    }

    static UserDirectory users(UsersChoice.GeoNode choice, boolean groups, InstantSource clock, Systems systems) {
        return remembered(new GeoNodeUsers(client(choice.access(), systems), groups), clock, choice.rememberFor());
    }

    static UserDirectory users(UsersChoice.Tokens choice, boolean groups, InstantSource clock, Systems systems) {
        return remembered(
                new GeoNodeTokens(client(choice.access(), systems), choice.application(), groups),
                clock,
                choice.rememberFor());
    }

    static UserDirectory users(UsersChoice.Table choice, boolean groups, InstantSource clock, Systems systems) {
        GeoNodeTable table = GeoNodeTable.open(
                TableSettings.of(choice.url(), choice.user(), choice.password().value())
                        .withGroups(groups));
        systems.keep(table::close);
        return remembered(table, clock, choice.rememberFor());
    }

    private static UserDirectory remembered(UserDirectory directory, InstantSource clock, Duration age) {
        return age.isZero() ? directory : new RememberedLogins(directory, clock, age, RememberedLogins.USUAL_ENTRIES);
    }

    private static GeoNodeClient client(GeoNodeAccess access, Systems systems) {
        GeoNodeClientBuilder builder =
                GeoNodeClient.at(access.url()).answerLimit(access.answerLimit()).watch(systems.calls());
        if (access.token() != null) {
            return builder.token(access.token().value()).build();
        }
        String password = access.password() == null ? "" : access.password().value();
        return builder.credentials(access.user(), password).build();
    }

    private static Map<String, Level> permissions(PortalChoice.GeoNode choice) {
        Map<String, Level> levels = new HashMap<>();
        grant(levels, choice.view(), Level.VIEW);
        grant(levels, choice.download(), Level.DOWNLOAD);
        grant(levels, choice.edit(), Level.EDIT);
        return levels;
    }

    private static void grant(Map<String, Level> levels, List<String> groups, Level level) {
        groups.forEach(group -> levels.put(group, level));
    }
}
