package org.batchuploader.core;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.batchuploader.core.desk.Changes;
import org.batchuploader.core.desk.Desk;
import org.batchuploader.core.desk.Moves;
import org.batchuploader.core.drop.DropFolders;
import org.batchuploader.core.drop.Tidying;
import org.batchuploader.core.id.Ids;
import org.batchuploader.core.inspect.CodeFile;
import org.batchuploader.core.inspect.DatasetInspector;
import org.batchuploader.core.intake.Assembling;
import org.batchuploader.core.intake.BundleAssembler;
import org.batchuploader.core.intake.Intake;
import org.batchuploader.core.intake.LateParts;
import org.batchuploader.core.notice.Notices;
import org.batchuploader.core.notice.Notifier;
import org.batchuploader.core.pipeline.CodeFiles;
import org.batchuploader.core.pipeline.Gate;
import org.batchuploader.core.pipeline.PublishTasks;
import org.batchuploader.core.pipeline.Registries;
import org.batchuploader.core.pipeline.Settings;
import org.batchuploader.core.pipeline.Undo;
import org.batchuploader.core.pipeline.Workers;
import org.batchuploader.core.pipeline.WorkersFactory;
import org.batchuploader.core.source.Reception;
import org.batchuploader.core.staging.StagingArea;
import org.batchuploader.core.upload.Journal;
import org.batchuploader.core.user.UserDirectory;
import org.batchuploader.core.watch.Meter;
import org.batchuploader.core.watch.MeteredInspector;
import org.batchuploader.core.watch.MeteredStaging;
import org.batchuploader.core.watch.QueueWatch;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Wires the rooms of the core together and owns their threads. */
final class Assembly implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Assembly.class);
    private static final long TICK_MILLIS = 200;

    /** So that how quick the queue is can be told to the first who asks. */
    private static final long LOOK_SECONDS = 15;

    private final Choice choice;
    private final Journal journal;
    private final BundleAssembler assembler;
    private final Reception reception;
    private final Desk.Shared desk;
    private final Workers workers;
    private final Sweeper sweeper;
    private final StagingArea arriving;
    private final QueueWatch watch;
    private final Tidying tidying;
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task, "uploader-timer");
        thread.setDaemon(true);
        return thread;
    });

    /** The adapters and settings chosen. */
    record Choice(
            InstantSource clock,
            Ids ids,
            StagingArea staging,
            Stores stores,
            UserDirectory users,
            DatasetInspector inspector,
            Registries registries,
            List<Notifier> notifiers,
            Assembling assembling,
            Duration keepPublished,
            Settings settings,
            Meter meter) {}

    Assembly(Choice choice) {
        this.choice = choice;
        Stores stores = choice.stores();
        arriving = new MeteredStaging(choice.staging(), choice.meter());
        watch = new QueueWatch(choice.clock(), stores.tasks());
        journal = new Journal(choice.clock(), stores.transactions(), stores.uploads());
        Notices notices = new Notices(
                choice.clock(),
                choice.ids(),
                stores.notices(),
                stores.tasks(),
                !choice.notifiers().isEmpty());
        PublishTasks publishing = new PublishTasks(stores.tasks());
        Undo undo = new Undo(choice.clock(), stores.uploads(), stores.layers(), publishing);
        Intake intake = new Intake(
                choice.clock(), choice.ids(), stores.transactions(), stores.uploads(), stores.tasks(), journal);
        assembler = new BundleAssembler(
                choice.clock(),
                choice.ids(),
                stores.transactions(),
                stores.uploads(),
                journal,
                intake,
                new LateParts(
                        choice.ids(),
                        stores.uploads(),
                        publishing,
                        journal,
                        notices,
                        new CodeFiles(choice.staging(), choice.inspector())),
                choice.assembling());
        Changes changes = new Changes(stores.uploads(), intake, publishing, undo, journal);
        DropFolders folders = new DropFolders(
                choice.clock(),
                stores.transactions(),
                stores.drops(),
                arriving,
                assembler,
                name -> CodeFile.look(name, choice.inspector()),
                new Moves(stores.uploads(), stores.layers(), changes));
        desk = new Desk.Shared(
                choice.clock(),
                stores.transactions(),
                stores.uploads(),
                stores.layers(),
                stores.notices(),
                stores.tasks(),
                choice.inspector(),
                changes,
                watch);

        reception = new Reception(
                choice.users(),
                folders,
                assembler,
                intake,
                arriving,
                owner -> new Desk(owner, desk),
                name -> CodeFile.look(name, choice.inspector()));
        workers = new WorkersFactory(
                        choice.clock(),
                        choice.ids(),
                        choice.staging(),
                        stores.transactions(),
                        stores.uploads(),
                        stores.layers(),
                        stores.notices(),
                        stores.tasks(),
                        choice.users(),
                        new MeteredInspector(choice.inspector(), choice.meter()),
                        choice.registries(),
                        choice.notifiers(),
                        choice.settings(),
                        choice.meter())
                .create(publishing, undo, journal, notices);
        tidying = new Tidying(
                choice.clock(), stores.transactions(), stores.drops(), stores.uploads(), choice.keepPublished());
        sweeper = new Sweeper(choice.clock(), choice.staging(), stores.uploads(), stores.drops());
    }

    void start(boolean work) {
        assembler.resume();
        timer.scheduleWithFixedDelay(quietly(assembler::tick), TICK_MILLIS, TICK_MILLIS, TimeUnit.MILLISECONDS);
        timer.scheduleWithFixedDelay(quietly(assembler::resume), 1, 1, TimeUnit.MINUTES);
        timer.scheduleWithFixedDelay(quietly(watch::look), LOOK_SECONDS, LOOK_SECONDS, TimeUnit.SECONDS);
        if (work) {
            timer.scheduleWithFixedDelay(quietly(tidying::tidy), 1, 60, TimeUnit.MINUTES);
            timer.scheduleWithFixedDelay(quietly(sweeper::sweep), 1, 60, TimeUnit.MINUTES);
            workers.start();
        }
    }

    StagingArea staging() {
        return arriving;
    }

    QueueWatch watch() {
        return watch;
    }

    Journal journal() {
        return journal;
    }

    Reception reception() {
        return reception;
    }

    List<Gate.Status> gates() {
        return choice.registries().gates();
    }

    Desk.Shared desk() {
        return desk;
    }

    @Override
    public void close() {
        timer.shutdownNow();
        workers.close();
    }

    private static Runnable quietly(Runnable task) {
        return () -> {
            try {
                task.run();
            } catch (RuntimeException e) {
                LOG.atError().setCause(e).log("a periodic task failed; it goes on");
            }
        };
    }
}
