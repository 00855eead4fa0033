package org.batchuploader.geonetwork.registry;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.batchuploader.core.id.Ids;
import org.batchuploader.core.id.LayerId;
import org.batchuploader.core.publish.Difference;
import org.batchuploader.core.publish.Expected;
import org.batchuploader.core.publish.Marked;
import org.batchuploader.core.publish.Placement;
import org.batchuploader.remote.port.RemoteCalls;

/** Which records a catalogue has of ours, told by the resource they describe. */
record RecordInventory(RecordStore store) {
    List<Difference> look(Expected expected) {
        Optional<Mark> mark = Mark.read(expected.placement().ref());
        if (mark.isEmpty()) {
            return List.of(
                    Difference.missing(store.system() + " never got it: the record was put into another system."));
        }
        Optional<byte[]> record = RemoteCalls.translated(
                store.system(), () -> store.find(mark.get().uuid()));
        if (record.isEmpty()) {
            return List.of(Difference.missing(
                    store.system() + " has no record " + mark.get().uuid() + "."));
        }
        String called = "The record " + mark.get().uuid() + " in " + store.system();
        if (!mark.get().isIn(record.get())) {
            return List.of(Difference.foreign(called + " does not describe our layer: somebody else made it."));
        }
        String title = Told.title(record.get()).orElse("");
        String wanted = expected.title().strip().replaceAll("\\s+", " ");
        return title.equals(wanted)
                ? List.of()
                : List.of(Difference.changed(called + " has the title \"" + title + "\" and not \"" + wanted + "\"."));
    }

    void marked(Consumer<Marked> each) {
        RemoteCalls.translated(store.system(), () -> {
            store.ofResources(Mark.PREFIX, (uuid, resource) -> {
                String layer = resource.substring(Mark.PREFIX.length());
                if (Ids.isValid(layer)) {
                    Placement placement = new Placement(uuid + "/" + layer, List.of(), uuid);
                    String what = "the record " + uuid + " in " + store.system();
                    each.accept(new Marked(new LayerId(layer), "record_" + layer, what, () -> placement));
                }
            });
            return store;
        });
    }
}
