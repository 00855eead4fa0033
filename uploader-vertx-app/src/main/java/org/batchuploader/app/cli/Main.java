package org.batchuploader.app.cli;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code uploader}: picks the command and turns what went wrong into a sentence and an exit code. */
@Command(
        name = "uploader",
        description = "Brings geospatial files into a spatial data infrastructure.",
        mixinStandardHelpOptions = true,
        versionProvider = Main.Version.class,
        subcommands = {
            ServeCommand.class,
            WorkerCommand.class,
            CheckCommand.class,
            CrsCommand.class,
            SendCommand.class,
            ReloadCommand.class,
            StatusCommand.class,
            RemovalsCommand.class,
            UserCommand.class,
            DeadCommand.class,
            ReconcileCommand.class,
            MigrateCommand.class,
            DoctorCommand.class,
            FakesCommand.class,
            ConfigCommand.class
        })
public final class Main implements Runnable {
    @Spec
    @SuppressWarnings("NullAway.Init")
    CommandSpec spec;

    private Main() {}

    /** Without a command there is nothing to do but to say which there are. */
    @Override
    public void run() {
        spec.commandLine().usage(spec.commandLine().getOut());
    }

    /** The version that was built. */
    static final class Version implements CommandLine.IVersionProvider {
        @Override
        public String[] getVersion() {
            String version = Main.class.getPackage().getImplementationVersion();
            return new String[] {"uploader " + (version == null ? "(unpackaged)" : version)};
        }
    }

    public static void main(String[] args) {
        System.exit(commandLine().execute(args));
    }

    /** All commands, with errors as sentences. */
    static CommandLine commandLine() {
        CommandLine line = new CommandLine(new Main()).setCaseInsensitiveEnumValuesAllowed(true);
        line.setExecutionExceptionHandler((e, command, result) -> {
            command.getErr().println("uploader: " + Sentences.of(e));
            return command.getCommandSpec().exitCodeOnExecutionException();
        });
        line.setParameterExceptionHandler((e, arguments) -> {
            CommandLine command = e.getCommandLine();
            command.getErr()
                    .println("uploader: " + e.getMessage() + "; see "
                            + command.getCommandSpec().qualifiedName() + " --help");
            CommandLine.UnmatchedArgumentException.printSuggestions(e, command.getErr());
            return command.getCommandSpec().exitCodeOnInvalidInput();
        });
        return line;
    }
}
