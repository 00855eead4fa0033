package org.batchuploader.geonetwork.registry;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.batchuploader.core.publish.Placement;
import org.batchuploader.core.publish.Publication;
import org.batchuploader.geonetwork.iso.IsoRules;
import org.batchuploader.geonetwork.iso.IsoWriter;
import org.batchuploader.remote.RemoteException;
import org.batchuploader.remote.port.RemoteCalls;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Puts and removes records so that nobody else's is touched and nothing half done stays: looks before it puts and before it
 * removes, reads back what was put, and takes a new record away again when what belongs to it is refused.
 */
final class Registration {
    private static final Logger log = LoggerFactory.getLogger(Registration.class);

    private final RecordStore store;
    private final RecordOfPublication records;

    Registration(RecordStore store, RecordDefaults defaults) {
        this.store = store;
        this.records = new RecordOfPublication(defaults);
    }

    /**
     * Puts it where it is planned, and takes away the record that the layer had under an earlier identifier.
     *
     * @return where it is
     */
    Placement put(Publication publication, Placement planned) {
        Mark mark = Mark.of(planned);
        RemoteCalls.translated(store.system(), () -> {
            put(publication, mark, written(publication));
            return mark;
        });
        return new Placement(mark.settled().ref(), planned.links(), planned.identifier());
    }

    void remove(Placement placement) {
        Mark mark = Mark.of(placement);
        RemoteCalls.translated(store.system(), () -> {
            mark.before().ifPresent(this::remove);
            remove(mark);
            return mark;
        });
    }

    private byte[] written(Publication publication) {
        byte[] record = IsoWriter.write(
                records.of(publication, store.picture(publication).orElse(null)));
        List<IsoRules.Breach> breaches = IsoRules.check(record);
        if (!breaches.isEmpty()) {
            throw new RemoteException.Refused(
                    store.system(),
                    "The metadata record would not be valid: "
                            + breaches.stream().map(IsoRules.Breach::sentence).collect(Collectors.joining(" ")));
        }
        return record;
    }

    private void put(Publication publication, Mark mark, byte[] record) {
        Optional<byte[]> before = store.find(mark.uuid());
        if (before.isPresent() && !mark.isIn(before.get())) {
            throw new RemoteException.Conflict(
                    store.system(),
                    "There is a record " + mark.uuid() + " already that was not made here; it stays as it is.");
        }
        try {
            store.put(publication, record);
            seen(mark, record);
            mark.before().ifPresent(this::remove);
        } catch (RemoteException.Unavailable tryAgain) {
            throw tryAgain;
        } catch (RemoteException refusal) {
            if (before.isEmpty()) {
                undo(mark, refusal);
            }
            throw refusal;
        }
        log.atInfo()
                .addKeyValue("layer", publication.name())
                .addKeyValue("record", mark.uuid())
                .log("record put into {}", store.system());
    }

    private void seen(Mark mark, byte[] record) {
        Optional<byte[]> after = store.find(mark.uuid());
        String what = after.isEmpty()
                ? "has none"
                : mark.isIn(after.get()) ? Told.otherwise(record, after.get()).orElse("") : "has another";
        if (!what.isEmpty()) {
            throw new RemoteException.Refused(
                    store.system(),
                    store.system() + " says that it stored the record " + mark.uuid() + ", but " + what + ".");
        }
    }

    private void undo(Mark mark, RemoteException refusal) {
        try {
            remove(mark);
        } catch (RemoteException alsoFailed) {
            refusal.addSuppressed(alsoFailed);
        }
    }

    private void remove(Mark mark) {
        Optional<byte[]> there = store.find(mark.uuid());
        if (there.isEmpty() || !mark.isIn(there.get())) {
            return;
        }
        store.delete(mark.uuid());
        if (store.find(mark.uuid()).isPresent()) {
            throw new RemoteException.Unavailable(
                    store.system(),
                    store.system() + " still has the record " + mark.uuid() + " that it was to delete.");
        }
        log.atInfo().addKeyValue("record", mark.uuid()).log("record removed from {}", store.system());
    }
}
