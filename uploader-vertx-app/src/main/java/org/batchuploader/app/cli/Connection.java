package org.batchuploader.app.cli;

import java.net.URI;
import java.util.Optional;
import org.batchuploader.app.client.ServiceClient;
import org.batchuploader.app.service.RunFile;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which running service a command speaks to, and as whom. */
final class Connection {
    @Option(names = "--to", paramLabel = "URL", description = "the service's address")
    @Nullable URI to;

    @Option(names = "--user", paramLabel = "NAME", description = "log in as; the password is in UPLOADER_PASSWORD")
    @Nullable String user;

    ServiceClient open(SharedOptions shared) {
        URI address = to;
        if (address == null) {
            Optional<RunFile.Running> running =
                    RunFile.read(shared.loader().load().configuration().data());
            return running.map(r -> ServiceClient.local(r.address(), r.token()))
                    .orElseThrow(() -> new CommandFailed("no service runs on this data folder; give --to URL"));
        }
        String name = user == null ? System.getProperty("user.name") : user;
        return ServiceClient.login(address, name, Passwords.of(name));
    }
}
