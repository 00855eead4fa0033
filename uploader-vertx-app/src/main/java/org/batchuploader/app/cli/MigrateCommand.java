package org.batchuploader.app.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.time.Clock;
import java.util.concurrent.Callable;
import org.batchuploader.app.config.Configuration;
import org.batchuploader.app.service.Databases;
import org.batchuploader.core.id.Ids;
import org.batchuploader.jdbc.JdbcStores;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code uploader migrate}: brings the database's schema to this version, as a start would. */
@Command(name = "migrate", description = "Brings the database to this version.", mixinStandardHelpOptions = true)
final class MigrateCommand implements Callable<Integer> {
    @Mixin
    SharedOptions shared = new SharedOptions();

    @Spec
    @SuppressWarnings("NullAway.Init")
    CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        Configuration configuration = shared.loader().load().configuration();
        Files.createDirectories(configuration.data());
        JdbcStores.open(Databases.settings(configuration), Clock.systemUTC(), new Ids())
                .close();
        spec.commandLine().getOut().println("the database is up to date");
        return 0;
    }
}
