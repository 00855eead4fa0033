package org.batchuploader.geoserver.doctor;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.batchuploader.core.doctor.Checkup;
import org.batchuploader.core.doctor.Finding;
import org.batchuploader.geoserver.catalog.DataWay;
import org.batchuploader.geoserver.client.GeoServerClient;
import org.batchuploader.geoserver.client.ServerInfo;
import org.batchuploader.remote.RemoteException;
import org.jspecify.annotations.Nullable;

/** Looks at a GeoServer and at the way data come to it. */
public final class GeoServerCheckup implements Checkup {
    private static final String SYSTEM = "GeoServer";
    private static final Duration CLOCKS_DIFFER = Duration.ofMinutes(1);
    private static final String RIGHTS = "Give the user the role ADMIN in GeoServer (Security > Users, Groups, Roles).";

    private final GeoServerClient client;
    private final DataWay way;
    private final InstantSource clock;

    public GeoServerCheckup(GeoServerClient client, DataWay way, InstantSource clock) {
        this.client = client;
        this.way = way;
        this.clock = clock;
    }

    @Override
    public String system() {
        return SYSTEM;
    }

    @Override
    public List<Finding> examine() {
        ServerInfo server;
        try {
            server = client.about();
        } catch (RemoteException e) {
            return List.of(hopeless(e));
        }
        List<Finding> findings = new ArrayList<>();
        findings.add(Finding.good("reachable, user name and password", "accepted"));
        findings.add(Finding.good("version", server.version()));
        findings.add(clock(server.date()));
        findings.add(safely("may create a workspace", this::rights));
        Stream.of("wms", "wfs", "wcs")
                .forEach(module -> findings.add(safely(module.toUpperCase(Locale.ROOT), () -> module(module))));
        findings.add(safely("GeoWebCache", this::tiles));
        findings.addAll(new WayCheckup(client, way).examine());
        return List.copyOf(findings);
    }

    private static Finding hopeless(RemoteException trouble) {
        String said = String.valueOf(trouble.getMessage());
        if (trouble instanceof RemoteException.Unauthorised) {
            return Finding.bad("user name and password", said, "Correct the user name and password it is called with.");
        }
        if (trouble instanceof RemoteException.Unavailable) {
            return Finding.bad(
                    "reachable",
                    said,
                    "Check its address, that it runs, and that nothing between here and there stops it.");
        }
        if (trouble instanceof RemoteException.NotFound) {
            return Finding.bad(
                    "reachable",
                    "There is no GeoServer's REST at this address: " + said,
                    "Give the address up to and with the context path, usually /geoserver.");
        }
        return Finding.bad("rights", said, RIGHTS);
    }

    private Finding clock(@Nullable Instant there) {
        if (there == null) {
            return Finding.warning("clock", "it does not say what time it is", "Compare the clocks by hand.");
        }
        Duration apart = Duration.between(there, clock.instant());
        return apart.abs().compareTo(CLOCKS_DIFFER) > 0
                ? Finding.warning(
                        "clock",
                        "it differs from ours by " + apart.toSeconds() + " s",
                        "Have both machines set their clocks by NTP.")
                : Finding.good("clock", "as ours");
    }

    private Finding rights() {
        List<String> names = client.workspaces().names();
        if (names.isEmpty()) {
            return Finding.warning(
                    "may create a workspace",
                    "there is no workspace by which it could be told without making one",
                    "Try it with --probe, or make a workspace by hand.");
        }
        return client.workspaces().mayCreate(names.get(0))
                ? Finding.good("may create a workspace", "yes")
                : Finding.bad("may create a workspace", "no", RIGHTS);
    }

    private Finding module(String module) {
        String name = module.toUpperCase(Locale.ROOT);
        if (client.services().isEnabled(module)) {
            return Finding.good(name, "there and switched on");
        }
        String remedy = "Install the module and switch it on (Services > " + name + ").";
        return module.equals("wcs")
                ? Finding.warning(name, "missing or switched off: rasters have maps and no data to fetch", remedy)
                : Finding.bad(name, "missing or switched off", remedy);
    }

    private Finding tiles() {
        return Finding.good(
                "GeoWebCache",
                client.layers().hasTileCache() ? "there; tiles are thrown away after a change" : "none, which is fine");
    }

    private static Finding safely(String what, Supplier<Finding> look) {
        try {
            return look.get();
        } catch (RemoteException e) {
            return Finding.warning(what, "cannot be told: " + e.getMessage(), "Look at GeoServer's log.");
        }
    }
}
