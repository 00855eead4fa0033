package org.batchuploader.geonetwork.registry;

import java.net.URI;
import java.util.List;
import org.batchuploader.core.doctor.Checkup;
import org.batchuploader.core.doctor.Finding;
import org.batchuploader.geonetwork.client.CswCapabilities;
import org.batchuploader.geonetwork.client.CswClient;

/**
 * Looks whether a catalogue can be reached and takes transactions. Whether it takes them from us is asked by deleting a
 * record that cannot exist.
 */
public final class CswCheckup implements Checkup {
    /** The nil UUID of RFC 9562, which no record has. */
    private static final String NOBODYS = "00000000-0000-0000-0000-000000000000";

    private final CswClient client;
    private final URI address;

    /** @param address that the client calls, for the remedies */
    public CswCheckup(CswClient client, URI address) {
        this.client = client;
        this.address = address;
    }

    @Override
    public String system() {
        return CswRegistry.SYSTEM;
    }

    @Override
    public List<Finding> examine() {
        var examination = new Examination(address.toString());
        if (examination.look("capabilities", this::capabilities)) {
            examination.look("transactions", this::transactions);
        }
        return examination.findings();
    }

    private Finding capabilities() {
        CswCapabilities found = client.capabilities();
        String words = found.title() + ", CSW " + found.version()
                + (found.transactions() ? "" : ", which does not say that it takes transactions here");
        return found.version().equals("2.0.2")
                ? Finding.good("capabilities", words)
                : Finding.bad("capabilities", words, "Give the address of a CSW of version 2.0.2.");
    }

    private Finding transactions() {
        client.delete(NOBODYS);
        return Finding.good("transactions", "a record that does not exist may be deleted");
    }
}
