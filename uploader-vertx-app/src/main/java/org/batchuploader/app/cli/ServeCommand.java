package org.batchuploader.app.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.batchuploader.app.config.Configuration;
import org.batchuploader.app.log.Logs;
import org.batchuploader.app.service.FtpChoice;
import org.batchuploader.app.service.Role;
import org.batchuploader.app.service.Service;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code uploader serve}: everything in one process, or some of its roles, until it is told to stop. */
@Command(name = "serve", description = "Takes uploads in and works on them.", mixinStandardHelpOptions = true)
final class ServeCommand implements Callable<Integer> {
    private static final Logger LOG = LoggerFactory.getLogger(ServeCommand.class);

    @Mixin
    SharedOptions shared = new SharedOptions();

    @Option(names = "--ftp-xml", paramLabel = "FILE", description = "the original system's ftp.xml")
    @Nullable Path ftpXml;

    @Option(names = "--http-port", paramLabel = "N", description = "0 for any that is free")
    @Nullable Integer httpPort;

    @Option(names = "--ftp-port", paramLabel = "N", description = "0 for any that is free")
    @Nullable Integer ftpPort;

    @Option(
            names = "--role",
            split = ",",
            paramLabel = "ROLE",
            description = "ftp, http, worker: what this process does, all of it when not given")
    @Nullable Set<Role> roles;

    @Spec
    @SuppressWarnings("NullAway.Init")
    CommandSpec spec;

    @Override
    public Integer call() throws IOException, InterruptedException {
        Configuration configuration = configuration();
        Logs.into(configuration.data());
        Service service = Service.start(configuration, FtpChoice.of(configuration.ftp(), ftpXml), chosen());
        PrintWriter out = spec.commandLine().getOut();
        service.firstPassword().ifPresent(p -> out.println("first start: log in as admin with the password " + p));
        service.addresses().forEach(out::println);
        out.println("ready");
        out.flush();
        Hangup.then(() -> reload(service));
        untilStopped(service);
        return 0;
    }

    private Set<Role> chosen() {
        return roles == null ? EnumSet.allOf(Role.class) : roles;
    }

    private Configuration configuration() {
        return shared.loader()
                .option("http.port", httpPort, "--http-port")
                .option("ftp.port", ftpPort, "--ftp-port")
                .load()
                .configuration();
    }

    /** What is wrong with the new settings is logged, and the ones before stay. */
    private void reload(Service service) {
        try {
            service.change(FtpChoice.of(configuration().ftp(), ftpXml));
        } catch (IOException | RuntimeException e) {
            LOG.atError().log("the changed settings are not used, the ones before are: {}", Sentences.of(e));
        }
    }

    /** Waits for Ctrl-C or SIGTERM; the process ends when the service is closed. */
    static void untilStopped(Service service) throws InterruptedException {
        CountDownLatch closed = new CountDownLatch(1);
        Runtime.getRuntime()
                .addShutdownHook(new Thread(
                        () -> {
                            service.close();
                            closed.countDown();
                        },
                        "uploader-stop"));
        closed.await();
    }
}
