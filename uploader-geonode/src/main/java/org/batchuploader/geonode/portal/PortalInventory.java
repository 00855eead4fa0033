package org.batchuploader.geonode.portal;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.batchuploader.core.publish.Difference;
import org.batchuploader.core.publish.Expected;
import org.batchuploader.core.publish.Marked;
import org.batchuploader.core.publish.Placement;
import org.batchuploader.geonode.client.Dataset;
import org.batchuploader.geonode.client.GeoNodeClient;
import org.batchuploader.geonode.client.Group;
import org.batchuploader.geonode.client.Level;

/** What GeoNode has of ours: at our place, of our owner, and by the layer's id in the name of its store or its own. */
record PortalInventory(GeoNodeClient client, PortalSettings settings, Way way, Ownership ownership) {
    List<Difference> look(Expected expected) {
        Optional<Reference> reference = Reference.read(expected.placement()).filter(r -> way.knows(r.place()));
        return reference.isEmpty()
                ? List.of(
                        Difference.missing("GeoNode never got it: it was put into another system, or by another way."))
                : look(reference.get(), expected);
    }

    private List<Difference> look(Reference reference, Expected expected) {
        Optional<Dataset> there = way.at(reference.place()).stream().findFirst();
        if (there.isEmpty()) {
            return List.of(Difference.missing("GeoNode has no dataset of it."));
        }
        Dataset dataset = there.get();
        if (!ownership.isOurs(dataset, reference)) {
            Dataset.Owner owner = dataset.owner();
            return List.of(Difference.foreign("The dataset " + dataset.alternate() + " in GeoNode belongs to "
                    + (owner == null ? "somebody else" : owner.username()) + " and shows the store " + dataset.store()
                    + "; we put it there for " + reference.owner() + "."));
        }
        return compare(dataset, expected);
    }

    private List<Difference> compare(Dataset dataset, Expected expected) {
        List<Difference> differences = new ArrayList<>();
        String called = "The dataset " + dataset.alternate() + " in GeoNode ";
        String uuid = expected.placement().identifier();
        if (uuid != null && !uuid.equals(dataset.uuid())) {
            differences.add(Difference.changed(called + "was made anew by somebody: its identifier is " + dataset.uuid()
                    + " and not " + uuid + "."));
        }
        String title = Describing.title(expected.title());
        if (!title.equals(dataset.title())) {
            differences.add(Difference.changed(
                    called + "has the title \"" + dataset.title() + "\" and not \"" + title + "\"."));
        }
        if (!settings.permissions().isEmpty() && !dataset.isHeldBack()) {
            permissions(dataset, called, differences);
        }
        return differences;
    }

    private void permissions(Dataset dataset, String called, List<Difference> differences) {
        List<Group> groups = client.datasets().groups(dataset.pk());
        for (Map.Entry<String, Level> wanted : settings.permissions().entrySet()) {
            Level level = groups.stream()
                    .filter(group -> group.name().equals(wanted.getKey()))
                    .map(Group::level)
                    .findFirst()
                    .orElse(Level.NONE);
            if (level != wanted.getValue()) {
                differences.add(Difference.changed(called + "gives the group " + wanted.getKey() + " the level " + level
                        + " and not " + wanted.getValue() + "."));
            }
        }
    }

    void marked(Consumer<Marked> each) {
        client.datasets().each(dataset -> way.marking(dataset)
                .ifPresent(marking -> each.accept(new Marked(
                        marking.layer(),
                        marking.name(),
                        "the dataset " + dataset.alternate() + " in GeoNode",
                        () -> placement(dataset, marking)))));
    }

    /** Of whoever has it there: it is the mark that says whose it is. */
    private static Placement placement(Dataset dataset, Way.Marking marking) {
        Dataset.Owner owner = dataset.owner();
        Reference reference = new Reference(marking.place(), owner == null ? "" : owner.username());
        return new Placement(reference.toString(), List.of(), dataset.uuid().isEmpty() ? null : dataset.uuid());
    }
}
