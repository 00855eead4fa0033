package org.batchuploader.core.drop;

import java.time.InstantSource;
import java.util.function.Function;
import org.batchuploader.core.inspect.FirstLook;
import org.batchuploader.core.intake.BundleAssembler;
import org.batchuploader.core.staging.StagingArea;
import org.batchuploader.core.task.Transactions;
import org.batchuploader.core.user.Owner;

/** Gives every owner the folder that FTP and its like show. */
public final class DropFolders {
    private final Desk desk;

    /** What all drop folders share. */
    record Desk(
            InstantSource clock,
            Transactions transactions,
            DropStore store,
            StagingArea staging,
            BundleAssembler assembler,
            Function<String, FirstLook> looks,
            MainFiles mainFiles) {}

    /**
     * @param looks how files of a name are looked at while they arrive
     * @param mainFiles what follows for deliveries
     */
    public DropFolders(
            InstantSource clock,
            Transactions transactions,
            DropStore store,
            StagingArea staging,
            BundleAssembler assembler,
            Function<String, FirstLook> looks,
            MainFiles mainFiles) {
        this.desk = new Desk(clock, transactions, store, staging, assembler, looks, mainFiles);
    }

    /**
     * The folder of that owner for one session.
     *
     * @param source the way in, {@code ftp}
     */
    public DropFolder open(Owner owner, String source) {
        return new DropFolder(desk, owner, source);
    }
}
