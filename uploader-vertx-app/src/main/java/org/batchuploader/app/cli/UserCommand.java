package org.batchuploader.app.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.time.Clock;
import java.util.List;
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
            @Option(names = "--email", paramLabel = "ADDRESS") @Nullable String email,
            @Option(
                            names = "--group",
                            paramLabel = "NAME",
                            description = "belongs to that group; may be given again, the first is the usual one")
                    @Nullable List<String> groups)
            throws IOException {
        Owner owner = new Owner(name, administrator, email, groups == null ? List.of() : groups);
        return with(accounts -> {
            if (!accounts.add(owner, Passwords.of(name))) {
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
                    + (owner.groups().isEmpty() ? "" : "  groups: " + String.join(", ", owner.groups()))
                    + (email == null ? "" : "  " + email));
            out.flush();
        }));
    }

    @Command(name = "passwd", description = "Changes a password; the new one is in UPLOADER_PASSWORD, or asked for.")
    int passwd(@Parameters(paramLabel = "NAME") String name) throws IOException {
        return with(accounts -> accounts.changePassword(name, Passwords.of(name)));
    }

    @Command(name = "groups", description = "Says which groups a user belongs to from now on.")
    int groups(
            @Parameters(index = "0", paramLabel = "NAME") String name,
            @Parameters(index = "1..*", arity = "0..*", paramLabel = "GROUP") @Nullable List<String> groups)
            throws IOException {
        return with(accounts -> accounts.setGroups(name, groups == null ? List.of() : groups));
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
        configuration.users().keptElsewhere().ifPresent(why -> {
            throw new CommandFailed(why);
        });
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
