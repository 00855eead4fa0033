package org.batchuploader.geoserver.client;

import java.util.ArrayList;
import java.util.List;
import org.batchuploader.remote.RemoteException;

/** The workspaces of a GeoServer. */
public final class Workspaces {
    private final RestCalls calls;

    Workspaces(RestCalls calls) {
        this.calls = calls;
    }

    /** The names of those that the credentials may see. */
    public List<String> names() {
        List<String> names = new ArrayList<>();
        calls.read(calls.rest()::workspaces)
                .path("workspaces")
                .path("workspace")
                .forEach(workspace -> names.add(workspace.path("name").asText()));
        return List.copyOf(names);
    }

    /** Creates the workspace when it is not there. */
    public void ensure(String workspace) {
        if (calls.find(() -> calls.rest().workspace(RestCalls.name(workspace))).isPresent()) {
            return;
        }
        try {
            create(workspace);
        } catch (RemoteException.Conflict someoneElseJustDid) {
            return;
        }
    }

    /**
     * Whether the credentials may create workspaces, found out without creating one: GeoServer is asked to create one that is
     * there, and says either that it is taken (409) or that it is not for us to ask (403).
     *
     * @param existing a workspace that is there
     */
    public boolean mayCreate(String existing) {
        try {
            create(existing);
            return true;
        } catch (RemoteException.Conflict taken) {
            return true;
        } catch (RemoteException.Refused | RemoteException.Unauthorised notForUs) {
            return false;
        }
    }

    private void create(String workspace) {
        var document = new Documents.Workspace(new Documents.Named(RestCalls.name(workspace)));
        calls.run(() -> calls.rest().createWorkspace(document));
    }
}
