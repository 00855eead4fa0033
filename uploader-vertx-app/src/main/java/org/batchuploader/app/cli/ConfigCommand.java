package org.batchuploader.app.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code uploader config}: prints what is in force. */
@Command(name = "config", description = "Prints the configuration in force.", mixinStandardHelpOptions = true)
final class ConfigCommand implements Callable<Integer> {
    @Mixin
    SharedOptions shared = new SharedOptions();

    @Spec
    @SuppressWarnings("NullAway.Init")
    CommandSpec spec;

    @Override
    public Integer call() {
        spec.commandLine().getOut().print(shared.loader().load().lines());
        spec.commandLine().getOut().flush();
        return 0;
    }
}
