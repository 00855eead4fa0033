package org.batchuploader.app.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.time.Clock;
import java.util.function.Consumer;
import org.batchuploader.app.config.Configuration;
import org.batchuploader.app.service.Databases;
import org.batchuploader.core.id.Ids;
import org.batchuploader.core.id.TaskId;
import org.batchuploader.core.task.TaskQueue;
import org.batchuploader.core.task.TaskQueue.DeadTask;
import org.batchuploader.jdbc.JdbcStores;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code uploader dead}: what the queue gave up; straight in the database, so on H2 only while no service runs. */
@Command(
        name = "dead",
        description = "Shows tasks that were given up, and queues them again or drops them.",
        mixinStandardHelpOptions = true)
final class DeadCommand implements Runnable {
    @Mixin
    SharedOptions shared = new SharedOptions();

    @Spec
    @SuppressWarnings("NullAway.Init")
    CommandSpec spec;

    @Override
    public void run() {
        spec.commandLine().usage(spec.commandLine().getOut());
    }

    @Command(name = "list", description = "Lists the tasks that were given up, newest first.")
    int list(
            @Option(names = "--limit", paramLabel = "N", description = "at most so many", defaultValue = "100")
                    int limit)
            throws IOException {
        return with(tasks -> tasks.dead(limit).forEach(task -> out().println(line(task))));
    }

    @Command(name = "show", description = "Shows all that is known of one.")
    int show(@Parameters(paramLabel = "TASK") String id) throws IOException {
        return with(tasks -> {
            DeadTask task = tasks.dead(task(id)).orElseThrow(() -> unknown(id));
            out().println("task:     " + task.task());
            out().println("work:     " + task.work());
            out().println("owner:    " + task.owner());
            out().println("order:    " + task.orderKey());
            out().println("attempts: " + task.attempts());
            out().println("died:     " + task.diedAt());
            out().println("reason:   " + task.reason());
        });
    }

    @Command(name = "redrive", description = "Queues one again, behind all that waits.")
    int redrive(@Parameters(paramLabel = "TASK") String id) throws IOException {
        return with(tasks -> check(id, tasks.redrive(task(id))));
    }

    @Command(name = "drop", description = "Forgets one for good.")
    int drop(@Parameters(paramLabel = "TASK") String id) throws IOException {
        return with(tasks -> check(id, tasks.drop(task(id))));
    }

    private static String line(DeadTask task) {
        return task.task() + "  " + task.diedAt() + "  " + task.owner() + "  " + task.work() + "  " + task.reason();
    }

    private static TaskId task(String id) {
        if (!Ids.isValid(id)) {
            throw unknown(id);
        }
        return new TaskId(id);
    }

    private static void check(String id, boolean found) {
        if (!found) {
            throw unknown(id);
        }
    }

    private static CommandFailed unknown(String id) {
        return new CommandFailed("no task " + id + " was given up; see uploader dead list");
    }

    private PrintWriter out() {
        return spec.commandLine().getOut();
    }

    private int with(Consumer<TaskQueue> work) throws IOException {
        Configuration configuration = shared.loader().load().configuration();
        Files.createDirectories(configuration.data());
        try (JdbcStores stores = JdbcStores.open(Databases.settings(configuration), Clock.systemUTC(), new Ids())) {
            work.accept(stores.tasks());
            out().flush();
        }
        return 0;
    }
}
