package org.batchuploader.app.service;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BooleanSupplier;
import org.batchuploader.app.config.Configuration;
import org.batchuploader.app.config.InvalidConfiguration;
import org.batchuploader.app.config.UsersChoice;
import org.batchuploader.app.config.WatchChoice;
import org.batchuploader.app.http.HttpSettings;
import org.batchuploader.app.http.HttpSource;
import org.batchuploader.app.http.LayerFiles;
import org.batchuploader.app.http.LoginCache;
import org.batchuploader.core.Stores;
import org.batchuploader.core.Uploader;
import org.batchuploader.core.UploaderBuilder;
import org.batchuploader.core.id.Ids;
import org.batchuploader.core.intake.Assembling;
import org.batchuploader.core.pipeline.GateRules;
import org.batchuploader.core.pipeline.Settings;
import org.batchuploader.core.source.UploadSource;
import org.batchuploader.core.task.TaskQueue;
import org.batchuploader.core.user.LoginThrottle;
import org.batchuploader.core.user.Owner;
import org.batchuploader.core.user.UserAccounts;
import org.batchuploader.ftp.FtpAllowances;
import org.batchuploader.ftp.FtpSettings;
import org.batchuploader.ftp.FtpSource;
import org.batchuploader.geotools.GeoToolsInspector;
import org.batchuploader.jdbc.JdbcStores;
import org.batchuploader.rabbitmq.BrokerSettings;
import org.batchuploader.rabbitmq.RabbitTasks;
import org.jspecify.annotations.Nullable;

/** The whole service in one process: the only place that knows all adapters. */
public final class Service implements AutoCloseable {
    private static final String ADMINISTRATOR = "admin";

    private final List<AutoCloseable> parts = new ArrayList<>();
    private final List<UploadSource> doors = new CopyOnWriteArrayList<>();
    private final RunFile runFile;
    private @Nullable FtpSource ftp;
    private @Nullable String firstPassword;

    private Service(RunFile runFile) {
        this.runFile = runFile;
    }

    /**
     * Starts everything that the configuration asks for.
     *
     * @param roles what this process does of it
     * @throws InvalidConfiguration when nobody could do the rest
     */
    public static Service start(Configuration configuration, FtpSettings ftp, Set<Role> roles) throws IOException {
        if (!roles.contains(Role.WORKER) && configuration.database().isEmbedded()) {
            throw new InvalidConfiguration(
                    "without the role worker nobody would work on what is taken in, since only one"
                            + " process can open the H2 database; set database.url to a PostgreSQL for several processes");
        }
        Files.createDirectories(configuration.data());
        Service service = new Service(new RunFile(configuration.data()));
        try {
            service.open(configuration, ftp, roles);
            return service;
        } catch (IOException | RuntimeException e) {
            service.close();
            throw e;
        }
    }

    /** Where people reach it. */
    public List<String> addresses() {
        return doors.stream().flatMap(door -> door.addresses().stream()).toList();
    }

    /** The administrator's password, if this was the very first start. */
    public Optional<String> firstPassword() {
        return Optional.ofNullable(firstPassword);
    }

    /** Takes in no more, finishes or hands back what runs, and closes the database. */
    @Override
    public void close() {
        runFile.delete();
        for (int i = parts.size() - 1; i >= 0; i--) {
            try {
                parts.get(i).close();
            } catch (Exception e) {
                throw new IllegalStateException("stopping " + parts.get(i), e);
            }
        }
        parts.clear();
    }

    /**
     * Takes changed FTP settings over; sessions go on.
     *
     * @throws IOException with a sentence, and then nothing has changed
     */
    public void change(FtpSettings settings) throws IOException {
        FtpSource door = ftp;
        if (settings.enabled() != (door != null)) {
            throw new IOException("whether there is FTP at all is settled when the service starts");
        }
        if (door != null) {
            door.change(settings);
        }
    }

    private void open(Configuration configuration, FtpSettings ftpSettings, Set<Role> roles) throws IOException {
        Clock clock = Clock.systemUTC();
        JdbcStores jdbc = keep(JdbcStores.open(
                Databases.settings(configuration),
                clock,
                new Ids(),
                configuration.workers().bounds()));
        Watching watching = keep(Watching.of(configuration.watch(), jdbc, clock));
        Systems systems = keep(new Systems(configuration, watching.calls()));
        Map<String, BooleanSupplier> beside = new LinkedHashMap<>();
        UploaderBuilder builder = builder(configuration, systems, jdbc, tasks(configuration, jdbc, beside), clock)
                .workers(roles.contains(Role.WORKER))
                .meter(watching.meter());
        Uploader uploader = keep(systems.into(builder).build());
        watching.watch(uploader);
        boolean takesFtp = roles.contains(Role.FTP) && ftpSettings.enabled();
        if (takesFtp) {
            beside.put("ftp", () -> hasDoor("ftp"));
        }
        if (roles.contains(Role.HTTP) && configuration.http().enabled()) {
            LoginCache logins = new LoginCache(clock);
            HttpSource http = new HttpSource(
                    httpSettings(configuration),
                    uploader,
                    jdbc.users(),
                    configuration.users().keptElsewhere(),
                    logins,
                    new LayerFiles(UploaderBuilder.layersFolder(configuration.data())),
                    runFile.token(),
                    Map.copyOf(beside),
                    watching.metrics());
            open(http, uploader);
            runFile.write(http.port());
        }
        if (takesFtp) {
            URI base = publicAddress(configuration);
            Configuration.Allowed allowed = configuration.ftp().allowed();
            FtpAllowances allowances = new FtpAllowances(allowed.delete(), allowed.rename(), allowed.replace());
            FtpSource door = new FtpSource(ftpSettings, allowances, upload -> base.resolve("/uploads/" + upload));
            open(door, uploader);
            ftp = door;
        }
        if (!doors.isEmpty() && configuration.users() instanceof UsersChoice.BuiltIn) {
            firstPassword = createAdministrator(jdbc.users());
        }
    }

    private void open(UploadSource door, Uploader uploader) throws IOException {
        keep(door);
        doors.add(door);
        door.start(uploader.reception());
    }

    private boolean hasDoor(String scheme) {
        return addresses().stream().anyMatch(address -> address.startsWith(scheme + ":"));
    }

    private TaskQueue tasks(Configuration configuration, JdbcStores jdbc, Map<String, BooleanSupplier> beside) {
        Optional<BrokerSettings> broker = Brokers.settings(configuration);
        if (broker.isEmpty()) {
            return jdbc.tasks();
        }
        RabbitTasks tasks = keep(RabbitTasks.open(jdbc.tasks(), jdbc.transactions(), jdbc.outbox(), broker.get()));
        beside.put("broker", tasks::isConnected);
        return tasks;
    }

    private static UploaderBuilder builder(
            Configuration configuration, Systems systems, JdbcStores jdbc, TaskQueue tasks, Clock clock) {
        return Uploader.builder(configuration.data(), new GeoToolsInspector())
                .clock(clock)
                .stores(new Stores(
                        jdbc.transactions(), jdbc.uploads(), jdbc.layers(), jdbc.notices(), jdbc.drops(), tasks))
                .users(new LoginThrottle(systems.users(jdbc.users(), clock), clock))
                .gates(GateRules.of(configuration.workers().perSystem()))
                .assembling(new Assembling(
                        configuration.assembling().quiet(),
                        configuration.assembling().patience()))
                .keepPublished(configuration.ftp().keepPublished())
                .settings(new Settings(
                        configuration.workers().count(),
                        configuration.workers().lease(),
                        Settings.DEFAULT.backoff(),
                        Settings.DEFAULT.thumbnailPixels(),
                        Settings.DEFAULT.previewFeatures()));
    }

    private URI publicAddress(Configuration configuration) {
        URI configured = configuration.http().publicUrl();
        if (configured != null) {
            return configured;
        }
        return URI.create(doors.stream()
                .flatMap(door -> door.addresses().stream())
                .filter(address -> address.startsWith("http"))
                .findFirst()
                .orElse("http://localhost/"));
    }

    private static HttpSettings httpSettings(Configuration configuration) {
        return new HttpSettings(
                configuration.http().address(),
                configuration.http().port(),
                configuration.http().idleTimeout(),
                configuration.limits().uploadBytes(),
                configuration.limits().filesPerUpload(),
                configuration.limits().transfers(),
                configuration.limits().connections(),
                configuration.watch().readers() == WatchChoice.Readers.EVERYBODY);
    }

    /**
     * Nobody knows a default password, because there is none. Done last: a start that fails would take the only word of it
     * along.
     */
    private static @Nullable String createAdministrator(UserAccounts accounts) {
        if (!accounts.list().isEmpty()) {
            return null;
        }
        byte[] random = new byte[15];
        new SecureRandom().nextBytes(random);
        String password = Base64.getUrlEncoder().withoutPadding().encodeToString(random);
        return accounts.add(new Owner(ADMINISTRATOR, true, null), password) ? password : null;
    }

    private <T extends AutoCloseable> T keep(T part) {
        parts.add(part);
        return part;
    }
}
