package org.batchuploader.app.cli;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import org.batchuploader.app.config.Configuration;
import org.batchuploader.app.log.Logs;
import org.batchuploader.app.service.Databases;
import org.batchuploader.app.service.Systems;
import org.batchuploader.core.Stores;
import org.batchuploader.core.Uploader;
import org.batchuploader.core.id.Ids;
import org.batchuploader.core.reconcile.Drift;
import org.batchuploader.core.reconcile.Summary;
import org.batchuploader.geotools.GeoToolsInspector;
import org.batchuploader.jdbc.JdbcStores;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/**
 * {@code uploader reconcile}: what the systems hold against what we remember; straight in the database, so on H2 only while no service
 * runs.
 */
@Command(
        name = "reconcile",
        description =
                "Compares all layers with what the systems hold; exit code 1 when something differs and stays so.",
        mixinStandardHelpOptions = true)
final class ReconcileCommand implements Callable<Integer> {
    @Mixin
    SharedOptions shared = new SharedOptions();

    @Option(names = "--fix", description = "queue the work that mends what is ours")
    boolean fix;

    @Option(names = "--json", description = "print JSON")
    boolean json;

    @Spec
    @SuppressWarnings("NullAway.Init")
    CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        Configuration configuration = shared.loader().load().configuration();
        Logs.off();
        Files.createDirectories(configuration.data());
        try (JdbcStores stores = JdbcStores.open(Databases.settings(configuration), Clock.systemUTC(), new Ids());
                Systems systems = new Systems(configuration)) {
            List<Drift> drifts = new ArrayList<>();
            Consumer<Drift> told = json ? drifts::add : this::print;
            Summary summary = systems.into(Uploader.builder(configuration.data(), new GeoToolsInspector())
                            .stores(new Stores(
                                    stores.transactions(),
                                    stores.uploads(),
                                    stores.layers(),
                                    stores.notices(),
                                    stores.drops(),
                                    stores.tasks())))
                    .reconciler()
                    .run(fix, told);
            if (json) {
                printJson(drifts, summary);
            } else {
                print(summary);
            }
            out().flush();
            return summary.isAmiss() ? 1 : 0;
        }
    }

    private void print(Drift drift) {
        String whose = drift.owner() == null ? "" : " of " + drift.owner();
        String layer = drift.layer().isEmpty() ? "" : "  " + drift.layer() + whose;
        out().printf("%-8s %s%s%n", drift.kind().toString().toLowerCase(Locale.ROOT), drift.system(), layer);
        out().println("         " + drift.sentence());
        out().println("         -> " + drift.remedy() + words(drift.verdict()));
        out().flush();
    }

    private static String words(Drift.Verdict verdict) {
        return switch (verdict) {
            case MENDABLE -> " (with --fix)";
            case QUEUED -> " (queued)";
            case LEFT -> "";
        };
    }

    private void print(Summary summary) {
        out().println(summary.layers() + " layers compared"
                + (summary.busy() == 0 ? "" : ", " + summary.busy() + " being worked on")
                + "; " + summary.drifts() + " differences"
                + (summary.queued() == 0 ? "" : ", work is queued for " + summary.queued()));
    }

    private void printJson(List<Drift> drifts, Summary summary) throws IOException {
        Map<String, Object> all = new LinkedHashMap<>();
        all.put("amiss", summary.isAmiss());
        all.put("layers", summary.layers());
        all.put("busy", summary.busy());
        all.put("queued", summary.queued());
        all.put("drifts", drifts);
        out().println(new ObjectMapper()
                .enable(SerializationFeature.INDENT_OUTPUT)
                .writeValueAsString(all));
    }

    private PrintWriter out() {
        return spec.commandLine().getOut();
    }
}
