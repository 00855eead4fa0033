package org.batchuploader.app.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.Set;
import java.util.concurrent.Callable;
import org.batchuploader.app.config.Configuration;
import org.batchuploader.app.log.Logs;
import org.batchuploader.app.service.Role;
import org.batchuploader.app.service.Service;
import org.batchuploader.ftp.FtpSettings;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code uploader worker}: works on the queue of a shared database and takes nothing in. */
@Command(name = "worker", description = "Only works on what was taken in.", mixinStandardHelpOptions = true)
final class WorkerCommand implements Callable<Integer> {
    @Mixin
    SharedOptions shared = new SharedOptions();

    @Spec
    @SuppressWarnings("NullAway.Init")
    CommandSpec spec;

    @Override
    public Integer call() throws IOException, InterruptedException {
        Configuration configuration = shared.loader().load().configuration();
        Logs.into(configuration.data());
        Service service = Service.start(configuration, FtpSettings.DEFAULT.withEnabled(false), Set.of(Role.WORKER));
        PrintWriter out = spec.commandLine().getOut();
        out.println("ready");
        out.flush();
        ServeCommand.untilStopped(service);
        return 0;
    }
}
