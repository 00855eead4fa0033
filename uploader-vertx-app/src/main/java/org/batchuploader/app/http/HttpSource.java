package org.batchuploader.app.http;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpConnection;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import org.batchuploader.app.http.page.Pages;
import org.batchuploader.app.watch.Metrics;
import org.batchuploader.core.Uploader;
import org.batchuploader.core.source.Reception;
import org.batchuploader.core.source.UploadSource;
import org.batchuploader.core.user.UserAccounts;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The way in over HTTP, with the API and the pages. */
public final class HttpSource implements UploadSource {
    private static final Logger LOG = LoggerFactory.getLogger(HttpSource.class);
    private static final int LARGEST_HEADERS = 16 << 10;
    private static final int LARGEST_LINE = 4 << 10;
    private static final int LARGEST_FIELD = 8 << 10;
    private static final int OTHER_FIELDS = 100;
    private static final long START_SECONDS = 30;

    /** What is being received when the service stops may come to its end as long as this. */
    private static final long GRACE_MILLIS = 5_000;

    /** And whoever did not has this long to read that it was given up. */
    private static final long FAREWELL_MILLIS = 5_000;

    private final HttpSettings settings;
    private final Uploader uploader;
    private final UserAccounts accounts;
    private final Optional<String> accountsElsewhere;
    private final LoginCache logins;
    private final LayerFiles layers;
    private final String localToken;
    private final Map<String, BooleanSupplier> beside;
    private final Optional<Metrics> metrics;
    private @Nullable Vertx vertx;
    private @Nullable HttpServer server;
    private @Nullable Transfers transfers;

    /**
     * @param accountsElsewhere why accounts cannot be kept here, if they cannot
     * @param localToken lets its bearer in as an administrator, from this machine only
     * @param beside other parts of the process by name, and whether each is well
     * @param metrics absent where there are none
     */
    public HttpSource(
            HttpSettings settings,
            Uploader uploader,
            UserAccounts accounts,
            Optional<String> accountsElsewhere,
            LoginCache logins,
            LayerFiles layers,
            String localToken,
            Map<String, BooleanSupplier> beside,
            Optional<Metrics> metrics) {
        this.settings = settings;
        this.uploader = uploader;
        this.accounts = accounts;
        this.accountsElsewhere = accountsElsewhere;
        this.logins = logins;
        this.layers = layers;
        this.localToken = localToken;
        this.beside = beside;
        this.metrics = metrics;
    }

    @Override
    public synchronized void start(Reception reception) throws IOException {
        if (vertx != null) {
            throw new IllegalStateException("the HTTP source runs already");
        }
        Vertx fresh = Vertx.vertx();
        vertx = fresh;
        Threads threads = new Threads(fresh);
        Routes routes = new Routes(fresh, new Authentication(reception.users(), logins, threads, localToken), threads);
        Transfers receiving = new Transfers(settings.transfers());
        transfers = receiving;
        add(routes, reception, threads, receiving);
        AtomicInteger connections = new AtomicInteger();
        try {
            server = await(fresh.createHttpServer(options())
                    .requestHandler(routes.router())
                    .invalidRequestHandler(Errors::answerUnreadable)
                    .connectionHandler(connection -> count(connection, connections))
                    .listen());
        } catch (IOException e) {
            close();
            throw new IOException(
                    "HTTP cannot listen at " + settings.address() + ":" + settings.port() + ": " + e.getMessage(), e);
        }
        LOG.atInfo().addKeyValue("address", addresses()).log("HTTP is open");
    }

    @Override
    public synchronized List<String> addresses() {
        return server == null ? List.of() : List.of("http://" + host() + ":" + server.actualPort() + "/");
    }

    /** The port it listens at, of this machine; 0 before the start. */
    public synchronized int port() {
        return server == null ? 0 : server.actualPort();
    }

    @Override
    public synchronized void close() {
        Vertx running = vertx;
        if (running == null) {
            return;
        }
        try {
            finish(running);
            await(running.close());
        } catch (IOException e) {
            LOG.atWarn().setCause(e).log("closing HTTP");
        }
        vertx = null;
        server = null;
        transfers = null;
    }

    /** Lets nobody in any more, and lets those that are in come to their end, or be told that it was not reached. */
    private void finish(Vertx running) throws IOException {
        HttpServer listening = server;
        Transfers receiving = transfers;
        if (listening == null || receiving == null) {
            return;
        }
        long timer = running.setTimer(GRACE_MILLIS, id -> receiving.stop());
        await(listening.shutdown(GRACE_MILLIS + FAREWELL_MILLIS, TimeUnit.MILLISECONDS));
        running.cancelTimer(timer);
    }

    private void add(Routes routes, Reception reception, Threads threads, Transfers transfers) {
        PutFile files = new PutFile(reception, threads, transfers, settings.uploadBytes());
        PostFiles forms =
                new PostFiles(reception, threads, transfers, settings.uploadBytes(), settings.filesPerUpload());
        new Api(uploader, accounts, accountsElsewhere, logins).add(routes, files, forms);
        Health health = new Health(uploader, beside);
        routes.open(HttpMethod.GET, "/livez", health::live)
                .open(HttpMethod.GET, "/readyz", health::ready)
                .open(HttpMethod.GET, "/layers/:name/", layers::file)
                .open(HttpMethod.GET, "/layers/:name/:file", layers::file);
        metrics.map(MetricsResource::new)
                .ifPresent(resource -> routes.watched("/metrics", settings.metricsForAll(), resource::read));
        new Pages(uploader, layers).add(routes);
        routes.streamed(HttpMethod.POST, "/uploads", (context, owner) -> forms.post(context, owner)
                .map(receipt -> Reply.seeOther("/uploads/" + receipt.upload())));
    }

    private HttpServerOptions options() {
        return new HttpServerOptions()
                .setHost(settings.address())
                .setPort(settings.port())
                .setIdleTimeout((int) Math.max(1, settings.idleTimeout().toSeconds()))
                .setIdleTimeoutUnit(TimeUnit.SECONDS)
                .setTcpNoDelay(true)
                .setHandle100ContinueAutomatically(false)
                .setMaxHeaderSize(LARGEST_HEADERS)
                .setMaxInitialLineLength(LARGEST_LINE)
                .setMaxFormAttributeSize(LARGEST_FIELD)
                .setMaxFormFields(settings.filesPerUpload() + OTHER_FIELDS);
    }

    /** Cuts off what is beyond the limit, so that no crowd of idle clients takes the last file handle. */
    private void count(HttpConnection connection, AtomicInteger connections) {
        if (connections.incrementAndGet() > settings.connections()) {
            connections.decrementAndGet();
            connection.close();
        } else {
            connection.closeHandler(end -> connections.decrementAndGet());
        }
    }

    private String host() {
        String address = settings.address();
        if (!address.equals("0.0.0.0") && !address.equals("::")) {
            return address.contains(":") ? "[" + address + "]" : address;
        }
        return "localhost";
    }

    private static <T> T await(Future<T> future) throws IOException {
        try {
            return future.toCompletionStage().toCompletableFuture().get(START_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        } catch (ExecutionException e) {
            Throwable cause = e.getCause();
            throw new IOException(cause == null ? "unknown" : String.valueOf(cause.getMessage()), cause);
        } catch (TimeoutException e) {
            throw new IOException("no answer within " + START_SECONDS + " seconds", e);
        }
    }
}
