package org.batchuploader.geonode.client;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import org.batchuploader.remote.RemoteException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Django's management commands, as far as GeoNode lets its administrators run them by HTTP. */
public final class Jobs {
    private static final Logger log = LoggerFactory.getLogger(Jobs.class);

    private final Calls calls;

    Jobs(Calls calls) {
        this.calls = calls;
    }

    /** Whether the credentials may run that command. */
    public boolean offers(String command) {
        JsonNode commands = calls.read(() -> calls.rest().commands()).path("data");
        for (JsonNode offered : commands) {
            if (offered.asText().equals(command)) {
                return true;
            }
        }
        return false;
    }

    /** Starts it. */
    public Job start(String command, List<String> arguments) {
        var document = new Documents.Command(arguments, Map.of(), true);
        Documents.CommandAnswer answer = calls.once(() -> calls.rest().start(command, document));
        if (answer.data() == null) {
            throw new RemoteException.Refused(
                    GeoNodeClient.SYSTEM,
                    answer.error() == null ? "GeoNode did not start the command " + command : answer.error());
        }
        log.atDebug()
                .addKeyValue("job", answer.data().id())
                .addKeyValue("command", command)
                .addKeyValue("arguments", arguments)
                .log("job started");
        return answer.data();
    }

    /** How it stands. */
    public Job follow(long id) {
        JsonNode answer = calls.read(() -> calls.rest().job(id));
        try {
            return Calls.JSON.treeToValue(answer.has("data") ? answer.path("data") : answer, Job.class);
        } catch (JsonProcessingException e) {
            throw new RemoteException.Refused(GeoNodeClient.SYSTEM, "what GeoNode says of job " + id + " is no job", e);
        }
    }
}
