package org.batchuploader.geonode.portal;

import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.batchuploader.core.doctor.Checkup;
import org.batchuploader.core.doctor.Finding;
import org.batchuploader.geonode.client.Account;
import org.batchuploader.geonode.client.GeoNodeClient;
import org.batchuploader.remote.RemoteException;

/** What an administrator wants to know of GeoNode before the first upload: version, credentials, rights, limits. Changes nothing. */
public final class GeoNodeCheckup implements Checkup {
    private static final long MEBI = 1024 * 1024;
    private static final Duration APART = Duration.ofSeconds(30);

    private final GeoNodeClient client;
    private final PortalSettings settings;
    private final boolean uploads;
    private final InstantSource clock;

    /** @param uploads whether files are handed to GeoNode, rather than layers registered */
    public GeoNodeCheckup(GeoNodeClient client, PortalSettings settings, boolean uploads, InstantSource clock) {
        this.client = client;
        this.settings = settings;
        this.uploads = uploads;
        this.clock = clock;
    }

    @Override
    public String system() {
        return GeoNodeClient.SYSTEM;
    }

    @Override
    public List<Finding> examine() {
        List<Finding> findings = new ArrayList<>();
        findings.add(looked("version", this::version));
        if (findings.get(0).remedy() != null
                && !"unknown".equals(findings.get(0).found())) {
            return findings;
        }
        findings.add(looked("clock", this::clock));
        Finding credentials = looked("credentials", this::credentials);
        findings.add(credentials);
        if (credentials.remedy() == null) {
            findings.add(looked("rights", this::rights));
            findings.add(uploads ? looked("largest upload", this::largest) : looked("updatelayers", this::command));
            String other = settings.ownerOfUnknown();
            if (other != null) {
                findings.add(looked("owner of unknown users' layers", () -> standIn(other)));
            }
        }
        return findings;
    }

    private static Finding looked(String what, Supplier<Finding> look) {
        try {
            return look.get();
        } catch (RemoteException.Unavailable e) {
            return Finding.bad(
                    what, String.valueOf(e.getMessage()), "See that GeoNode runs and that its address is right.");
        } catch (RemoteException e) {
            return Finding.bad(
                    what, String.valueOf(e.getMessage()), "See the address of GeoNode and the account we use there.");
        }
    }

    private Finding version() {
        String version = client.version();
        String major = version.split("\\.", 2)[0];
        return switch (major) {
            case "4", "5" -> Finding.good("version", version);
            case "unknown" ->
                Finding.warning("version", version, "See that the address is GeoNode's, without /api or /catalogue.");
            default -> Finding.warning("version", version, "Made for GeoNode 4.4 and 5; try it with a layer first.");
        };
    }

    /** Tokens and their ends are told by the clock. */
    private Finding clock() {
        Optional<Duration> apart = client.time()
                .map(time -> Duration.between(time, clock.instant()).abs());
        if (apart.isEmpty()) {
            return Finding.good("clock", "GeoNode does not say");
        }
        String found = apart.get().toSeconds() + " s apart";
        return apart.get().compareTo(APART) <= 0
                ? Finding.good("clock", found)
                : Finding.warning("clock", found, "Let both machines take their time from the same server (NTP).");
    }

    private Finding credentials() {
        try {
            client.users().verify();
            return Finding.good("credentials", "accepted");
        } catch (RemoteException.Unauthorised e) {
            return Finding.bad(
                    "credentials",
                    String.valueOf(e.getMessage()),
                    "Set user and password of a superuser of GeoNode, or a token of one.");
        }
    }

    private Finding rights() {
        Account self;
        try {
            self = client.users().whoAmI();
        } catch (RemoteException.Unauthorised | RemoteException.NotFound nobody) {
            return Finding.warning(
                    "rights",
                    "GeoNode accepts the credentials and does not say whose they are",
                    "Make the OAuth2 application in GeoNode's administration that OAUTH2_DEFAULT_BACKEND_CLIENT_NAME names"
                            + " (GeoServer).");
        }
        return self.administrator()
                ? Finding.good("rights", self.username() + " is a superuser")
                : Finding.bad(
                        "rights",
                        self.username() + " is no superuser",
                        "Registering for others and giving them what was made needs a superuser: set it in GeoNode's"
                                + " administration, People.");
    }

    private Finding command() {
        return client.jobs().offers("updatelayers")
                ? Finding.good("updatelayers", "offered")
                : Finding.bad(
                        "updatelayers",
                        "not offered",
                        "Add updatelayers to MANAGEMENT_COMMANDS_EXPOSED_OVER_HTTP in GeoNode's settings.");
    }

    private Finding largest() {
        return client.uploads().largest().stream()
                .mapToObj(bytes -> Finding.good("largest upload", bytes / MEBI + " MiB"))
                .findFirst()
                .orElseGet(() -> Finding.warning(
                        "largest upload",
                        "GeoNode does not say",
                        "Look for dataset_upload_size in GeoNode's administration."));
    }

    private Finding standIn(String name) {
        Optional<Account> account = client.users().named(name);
        return account.isPresent()
                ? Finding.good("owner of unknown users' layers", name)
                : Finding.bad("owner of unknown users' layers", "no user " + name, "Make that user in GeoNode.");
    }
}
