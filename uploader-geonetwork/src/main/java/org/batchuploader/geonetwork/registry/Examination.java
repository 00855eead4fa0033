package org.batchuploader.geonetwork.registry;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.batchuploader.core.doctor.Finding;
import org.batchuploader.remote.RemoteException;

/** Findings about one catalogue, where a call that fails is a finding too. */
final class Examination {
    private final List<Finding> findings = new ArrayList<>();
    private final String where;

    /** @param where the catalogue is called at */
    Examination(String where) {
        this.where = where;
    }

    /** @return whether it went so far that looking on makes sense */
    boolean look(String what, Supplier<Finding> call) {
        try {
            findings.add(call.get());
            return true;
        } catch (RemoteException e) {
            findings.add(Finding.bad(what, String.valueOf(e.getMessage()), remedy(e)));
            return false;
        }
    }

    private String remedy(RemoteException e) {
        if (e instanceof RemoteException.Unavailable) {
            return "See that it runs, and that this machine reaches " + where + ".";
        }
        if (e instanceof RemoteException.Unauthorised) {
            return "Correct the user name and password it is called with.";
        }
        return "See that " + where + " is its address.";
    }

    List<Finding> findings() {
        return List.copyOf(findings);
    }
}
