package org.batchuploader.app.cli;

import java.io.IOException;
import java.util.concurrent.Callable;
import org.batchuploader.app.config.Configuration;
import org.batchuploader.app.service.RunFile;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code uploader reload}: tells the running service to read its FTP settings again, as {@code SIGHUP} does. */
@Command(
        name = "reload",
        description = "Makes the running service read its FTP settings and certificate again; sessions go on.",
        mixinStandardHelpOptions = true)
final class ReloadCommand implements Callable<Integer> {
    @Mixin
    SharedOptions shared = new SharedOptions();

    @Spec
    @SuppressWarnings("NullAway.Init")
    CommandSpec spec;

    @Override
    public Integer call() throws IOException, InterruptedException {
        Configuration configuration = shared.loader().load().configuration();
        RunFile.Running running = RunFile.read(configuration.data())
                .orElseThrow(() -> new CommandFailed("no service runs on " + configuration.data()));
        Process kill = new ProcessBuilder("kill", "-HUP", String.valueOf(running.process()))
                .redirectErrorStream(true)
                .start();
        kill.getInputStream().readAllBytes();
        if (kill.waitFor() != 0) {
            throw new CommandFailed("process " + running.process() + " cannot be told; is it another user's?");
        }
        spec.commandLine().getOut().println("told; logs/service.log says what came of it");
        return 0;
    }
}
