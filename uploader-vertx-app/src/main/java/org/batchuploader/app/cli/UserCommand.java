package org.batchuploader.app.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.time.Clock;
import java.util.Optional;
import java.util.function.Consumer;
import org.batchuploader.app.client.RemoteAccounts;
import org.batchuploader.app.client.ServiceClient;
import org.batchuploader.app.config.Configuration;
import org.batchuploader.app.service.Databases;
import org.batchuploader.app.service.RunFile;
import org.batchuploader.core.id.Ids;
import org.batchuploader.core.user.Owner;
import org.batchuploader.core.user.UserAccounts;
import org.batchuploader.jdbc.JdbcStores;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code uploader user}: keeps the built-in accounts, through the running service if there is one. */
@Command(name = "user", description = "Keeps the built-in users.", mixinStandardHelpOptions = true)
final class UserCommand implements Runnable {
    @Mixin
    SharedOptions shared = new SharedOptions();

    @Spec
    @SuppressWarnings("NullAway.Init")
    CommandSpec spec;

    @Override
    public void run() {
        spec.commandLine().usage(spec.commandLine().getOut());
    }

    @Command(name = "add", description = "Adds a user; the password is in UPLOADER_PASSWORD, or asked for.")
    int add(
            @Parameters(paramLabel = "NAME") String name,
            @Option(names = "--admin", description = "an administrator") boolean administrator,
            @Option(names = "--email", paramLabel = "ADDRESS") @Nullable String email)
            throws IOException {
        return with(accounts -> {
            if (!accounts.add(new Owner(name, administrator, email), Passwords.of(name))) {
                throw new CommandFailed("there is a user named " + name + " already");
            }
        });
    }

    @Command(name = "list", description = "Lists the users.")
    int list() throws IOException {
        PrintWriter out = spec.commandLine().getOut();
        return with(accounts -> accounts.list().forEach(account -> {
            Owner owner = account.owner();
            String email = owner.email();
            out.println(owner.name()
                    + (owner.administrator() ? "  administrator" : "")
                    + (account.enabled() ? "" : "  disabled")
                    + (email == null ? "" : "  " + email));
            out.flush();
        }));
    }

    @Command(name = "passwd", description = "Changes a password; the new one is in UPLOADER_PASSWORD, or asked for.")
    int passwd(@Parameters(paramLabel = "NAME") String name) throws IOException {
        return with(accounts -> accounts.changePassword(name, Passwords.of(name)));
    }

    @Command(name = "disable", description = "Lets a user no longer in.")
    int disable(@Parameters(paramLabel = "NAME") String name) throws IOException {
        return with(accounts -> accounts.setEnabled(name, false));
    }

    @Command(name = "enable", description = "Lets a user in again.")
    int enable(@Parameters(paramLabel = "NAME") String name) throws IOException {
        return with(accounts -> accounts.setEnabled(name, true));
    }

    @Command(name = "remove", description = "Removes a user; uploads and layers stay.")
    int remove(@Parameters(paramLabel = "NAME") String name) throws IOException {
        return with(accounts -> accounts.remove(name));
    }

    private int with(Consumer<UserAccounts> work) throws IOException {
        Configuration configuration = shared.loader().load().configuration();
        Optional<RunFile.Running> running = RunFile.read(configuration.data());
        if (running.isPresent()) {
            work.accept(new RemoteAccounts(
                    ServiceClient.local(running.get().address(), running.get().token())));
            return 0;
        }
        Files.createDirectories(configuration.data());
        try (JdbcStores stores = JdbcStores.open(Databases.settings(configuration), Clock.systemUTC(), new Ids())) {
            work.accept(stores.users());
        }
        return 0;
    }
}
