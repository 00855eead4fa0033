package org.batchuploader.geonode.portal;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import org.batchuploader.core.publish.Publication;
import org.batchuploader.geonode.client.Account;
import org.batchuploader.geonode.client.Dataset;
import org.batchuploader.geonode.client.GeoNodeClient;
import org.batchuploader.geonode.client.Job;
import org.batchuploader.remote.RemoteException;

/**
 * Registers a layer that GeoServer serves already, by GeoNode's management command {@code updatelayers}. What that job did is judged by
 * its traceback, its counts and the dataset, since GeoNode says {@code FINISHED} whatever happened.
 */
final class Registration implements Way {
    private static final String COMMAND = "updatelayers";
    private static final String KIND = "layer";

    /** How often a finished job is looked at for how it ended; where Celery keeps no results, nobody ever knows. */
    private static final int UNSETTLED = 10;

    /** Exceptions of Python's that come of something being away for a while. */
    private static final Pattern PASSING = Pattern.compile(
            "(?i)connection|time(d )?out|OperationalError|MaxRetry|temporarily|SoftTimeLimit|WorkerLost");

    private final GeoNodeClient client;
    private final CatalogLayer.Naming naming;

    Registration(GeoNodeClient client, CatalogLayer.Naming naming) {
        this.client = client;
        this.naming = naming;
    }

    @Override
    public String place(Publication publication) {
        CatalogLayer layer = naming.of(publication);
        return String.join("/", KIND, layer.workspace(), layer.store(), layer.name());
    }

    @Override
    public boolean knows(String place) {
        return place.startsWith(KIND + "/") && place.split("/", -1).length == 4;
    }

    @Override
    public List<Dataset> at(String place) {
        String[] parts = place.split("/", -1);
        return client.datasets().ofLayer(parts[1], parts[3]).stream().toList();
    }

    @Override
    public Optional<Marking> marking(Dataset dataset) {
        String store = dataset.store();
        return store == null || dataset.workspace() == null
                ? Optional.empty()
                : Marking.of(String.join("/", KIND, dataset.workspace(), store, dataset.name()), store);
    }

    @Override
    public Dataset bring(Publication publication, Account owner, List<Dataset> before, Waiting waiting) {
        CatalogLayer layer = naming.of(publication);
        boolean fresh = before.isEmpty();
        Job started = client.jobs().start(COMMAND, arguments(layer, owner, fresh));
        var unsettled = new AtomicInteger();
        Job ended = waiting.until(
                "job " + started.id() + " (" + COMMAND + ")",
                () -> client.jobs().follow(started.id()),
                job -> job.ended() && (job.settled() || unsettled.incrementAndGet() > UNSETTLED));
        judge(ended, layer, fresh);
        return at(place(publication)).stream()
                .findFirst()
                .orElseThrow(() -> refused("GeoNode ran " + COMMAND + " and has no dataset of " + words(layer)
                        + ". Does it use the GeoServer that we publish in?"));
    }

    /** {@code -f} finds every name that has it within, which is why workspace and store are always said as well. */
    private static List<String> arguments(CatalogLayer layer, Account owner, boolean fresh) {
        List<String> arguments = new ArrayList<>(
                List.of("-w", layer.workspace(), "-s", layer.store(), "-f", layer.name(), "-u", owner.username()));
        if (fresh) {
            arguments.add("--skip-geonode-registered");
        }
        return arguments;
    }

    private static void judge(Job job, CatalogLayer layer, boolean fresh) {
        String exception = job.exception();
        if (job.failed() || !exception.isEmpty()) {
            String message = "GeoNode could not register " + words(layer) + ": "
                    + (exception.isEmpty() ? "job " + job.id() + " is " + job.status() : exception);
            throw PASSING.matcher(exception).find()
                    ? new RemoteException.Unavailable(GeoNodeClient.SYSTEM, message)
                    : refused(message);
        }
        if (job.count(Job.Outcome.FAILED).orElse(0) > 0) {
            throw refused("GeoNode could not register " + words(layer) + ": " + COMMAND + " counts it as failed");
        }
        OptionalInt updated = job.count(Job.Outcome.UPDATED);
        if (!fresh && updated.isPresent() && updated.getAsInt() == 0) {
            throw refused("GeoNode did not find " + words(layer) + " in GeoServer to look at it again");
        }
    }

    private static String words(CatalogLayer layer) {
        return "the layer " + layer.workspace() + ":" + layer.name();
    }

    private static RemoteException.Refused refused(String sentence) {
        return new RemoteException.Refused(GeoNodeClient.SYSTEM, sentence);
    }
}
