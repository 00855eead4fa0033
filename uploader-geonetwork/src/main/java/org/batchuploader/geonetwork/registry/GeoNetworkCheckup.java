package org.batchuploader.geonetwork.registry;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.batchuploader.core.doctor.Checkup;
import org.batchuploader.core.doctor.Finding;
import org.batchuploader.geonetwork.client.GeoNetworkClient;
import org.batchuploader.geonetwork.client.GeoNetworkUser;
import org.batchuploader.geonetwork.registry.GeoNetworkRegistry.Audience;

/** Looks whether a GeoNetwork can be reached, is of a version we know, and lets us insert records and show them. */
public final class GeoNetworkCheckup implements Checkup {
    private final GeoNetworkClient client;
    private final URI address;
    private final Audience audience;

    /** @param address that the client calls, for the remedies */
    public GeoNetworkCheckup(GeoNetworkClient client, URI address, Audience audience) {
        this.client = client;
        this.address = address;
        this.audience = audience;
    }

    @Override
    public String system() {
        return GeoNetworkRegistry.SYSTEM;
    }

    @Override
    public List<Finding> examine() {
        var examination = new Examination(address.toString());
        boolean goesOn = examination.look("version", this::version) && examination.look("insert records", this::rights);
        String group = audience.group();
        if (goesOn && group != null) {
            examination.look("group", () -> group(group));
        }
        return examination.findings();
    }

    private Finding version() {
        String version = client.version();
        return version.startsWith("4.")
                ? Finding.good("version", version)
                : Finding.warning(
                        "version", version, "Versions 4 are known to work; try this one before relying on it.");
    }

    private Finding rights() {
        Optional<GeoNetworkUser> me = client.me();
        if (me.isEmpty()) {
            return Finding.bad(
                    "insert records",
                    "GeoNetwork takes us for nobody",
                    "Set the user name and password it is called with.");
        }
        GeoNetworkUser user = me.get();
        String found = user.name() + " is " + user.profile();
        return user.mayInsert()
                ? Finding.good("insert records", found)
                : Finding.bad("insert records", found, "Give the user the profile Editor in GeoNetwork.");
    }

    private Finding group(String name) {
        return client.group(name).isPresent()
                ? Finding.good("group", name)
                : Finding.bad(
                        "group", "there is no group \"" + name + "\"", "Make the group, or configure another one.");
    }
}
