package org.batchuploader.geonode.portal;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.batchuploader.geonode.client.Dataset;
import org.batchuploader.geonode.client.Execution;
import org.batchuploader.geonode.client.GeoNodeClient;
import org.batchuploader.geonode.client.Group;
import org.batchuploader.geonode.client.Level;
import org.batchuploader.remote.RemoteException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Opens datasets to groups, and sees that they are open so and no further: who may look at somebody's data is not believed, it is read.
 *
 * @param levels by the groups' names
 */
record Permitting(GeoNodeClient client, Map<String, Level> levels) {
    private static final Logger log = LoggerFactory.getLogger(Permitting.class);

    /** How often permissions are looked at once GeoNode says, or does not say, that they are set. */
    private static final int LOOKS = 4;

    void permit(Dataset dataset, Waiting waiting) {
        if (levels.isEmpty()) {
            return;
        }
        List<Group> groups = client.datasets().groups(dataset.pk());
        Map<Group, Level> wanted = new LinkedHashMap<>();
        levels.forEach((name, level) -> wanted.put(named(name, groups), level));
        String execution = waiting.whenItCan(() -> client.datasets().permit(dataset.pk(), wanted));
        waiting.until(
                        "the permissions of dataset " + dataset.pk(),
                        () -> client.uploads().execution(execution),
                        state -> state.isEmpty() || state.get().ended())
                .filter(Execution::failed)
                .ifPresent(failed -> {
                    throw refused("GeoNode could not set the permissions: " + failed.reason());
                });
        verify(dataset, waiting);
    }

    private void verify(Dataset dataset, Waiting waiting) {
        var looks = new AtomicInteger();
        List<Group> now = waiting.until(
                "the permissions of dataset " + dataset.pk(),
                () -> client.datasets().groups(dataset.pk()),
                groups -> areAsWanted(groups) || looks.incrementAndGet() == LOOKS);
        boolean heldBack =
                client.datasets().find(dataset.pk()).filter(Dataset::isHeldBack).isPresent();
        levels.forEach((name, level) -> judge(dataset, named(name, now), level, heldBack));
    }

    /** Where GeoNode waits for an administrator's word, a group may have less, and nobody may have more. */
    private static void judge(Dataset dataset, Group group, Level wanted, boolean heldBack) {
        if (group.level() == wanted) {
            return;
        }
        String has = "the group \"" + group.name() + "\" has \"" + group.level().word() + "\" and not \""
                + wanted.word() + "\"";
        if (!heldBack || group.level().compareTo(wanted) > 0) {
            throw refused("GeoNode says it has set the permissions, and " + has + ".");
        }
        log.atWarn()
                .addKeyValue("dataset", dataset.pk())
                .log("GeoNode holds the dataset back until somebody approves it: {}", has);
    }

    private boolean areAsWanted(List<Group> groups) {
        return levels.entrySet().stream()
                .allMatch(level -> named(level.getKey(), groups).level() == level.getValue());
    }

    private static Group named(String name, List<Group> groups) {
        return groups.stream()
                .filter(group -> group.name().equals(name))
                .findFirst()
                .orElseThrow(() -> refused("GeoNode has no group named \"" + name + "\" to give permissions to."));
    }

    private static RemoteException.Refused refused(String sentence) {
        return new RemoteException.Refused(GeoNodeClient.SYSTEM, sentence);
    }
}
