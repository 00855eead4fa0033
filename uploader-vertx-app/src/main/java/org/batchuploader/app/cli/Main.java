package org.batchuploader.app.cli;

import org.batchuploader.app.config.InvalidConfiguration;
import org.batchuploader.core.user.UserAccounts;
import org.batchuploader.ftp.FtpXml;
import org.batchuploader.jdbc.DatabaseInUse;
import org.batchuploader.jdbc.SchemaMismatch;
import picocli.CommandLine;
import picocli.CommandLine.Command;

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
            StatusCommand.class,
            UserCommand.class,
            MigrateCommand.class,
            ConfigCommand.class
        })
public final class Main {
    private Main() {}

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
        CommandLine line = new CommandLine(new Main());
        line.setExecutionExceptionHandler((e, command, result) -> {
            command.getErr().println("uploader: " + sentence(e));
            return 1;
        });
        return line;
    }

    /** What a person can act on is its message; anything else is named, for a report. */
    private static String sentence(Exception e) {
        boolean expected = e instanceof InvalidConfiguration
                || e instanceof FtpXml.Invalid
                || e instanceof DatabaseInUse
                || e instanceof SchemaMismatch
                || e instanceof UserAccounts.UnknownUser
                || e instanceof CommandFailed
                || e instanceof java.io.IOException
                || e instanceof IllegalArgumentException;
        return expected && e.getMessage() != null ? e.getMessage() : e.toString();
    }
}
