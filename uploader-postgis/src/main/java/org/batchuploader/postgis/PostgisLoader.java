package org.batchuploader.postgis;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.InstantSource;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.batchuploader.core.doctor.Checkup;
import org.batchuploader.core.feature.FeatureReader;
import org.batchuploader.core.inspect.CoordinateReferenceSystem;
import org.batchuploader.core.name.LayerName;
import org.batchuploader.core.publish.Publication;
import org.batchuploader.core.remote.RemoteUnavailable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Loads layers into tables and removes them again. A load is one transaction: a new table, {@code COPY} in binary, primary
 * key, spatial index, statistics, and in the end the swap with the table before; readers see the old table whole until they
 * see the new one whole. What a crash or a broken connection interrupts, the server rolls back. Features are read while
 * earlier ones are sent.
 *
 * <p>A table bears the layer's name and a comment by which it is known as ours; a table without it is never touched.
 * Thread-safe; calls for one layer come one at a time. An interrupt cancels a load. Throws {@link RemoteUnavailable} when
 * trying again may help and {@link org.batchuploader.core.remote.RemoteRefused} when it will not.
 */
public final class PostgisLoader implements AutoCloseable {
    static final String SYSTEM = "PostGIS";
    private static final Logger LOG = LoggerFactory.getLogger(PostgisLoader.class);

    private final PostgisSettings settings;
    private final FeatureReader reader;
    private final Database database;
    private final ExecutorService threads = Executors.newCachedThreadPool(run -> {
        var thread = new Thread(run, "uploader-postgis");
        thread.setDaemon(true);
        return thread;
    });

    private PostgisLoader(PostgisSettings settings, FeatureReader reader) {
        this.settings = settings;
        this.reader = reader;
        this.database = new Database(settings);
    }

    /** Connects with the first call only, so that a database that is down now is no hindrance. */
    public static PostgisLoader open(PostgisSettings settings, FeatureReader reader) {
        return new PostgisLoader(settings, reader);
    }

    /** The schema all tables are in. */
    public String schema() {
        return settings.schema();
    }

    /** The name of the publication's table, found out without any call. */
    public String table(Publication publication) {
        return checked(publication.name());
    }

    /** Brings the table to what the publication describes, whatever it held before. */
    public LoadedTable load(Publication publication) {
        CoordinateReferenceSystem crs = publication.inspection().crs();
        if (crs == null) {
            throw new IllegalArgumentException("published without a CRS: " + publication.name());
        }
        String table = table(publication);
        long begun = System.nanoTime();
        var load = new TableLoad(
                database,
                settings,
                database.target(crs),
                table,
                publication.layer().toString());
        LoadedTable loaded = run(load, publication);
        LOG.atInfo()
                .addKeyValue("layer", publication.name())
                .addKeyValue("table", settings.schema() + "." + table)
                .addKeyValue("rows", loaded.rows())
                .addKeyValue("milliseconds", (System.nanoTime() - begun) / 1_000_000)
                .log("table loaded");
        return loaded;
    }

    private LoadedTable run(TableLoad load, Publication publication) {
        var work = new LoadWork(load, settings.limits().load(), threads);
        try {
            return work.run(sink -> reader.read(publication.files(), publication.inspection(), sink));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new RemoteUnavailable(SYSTEM, "The load of " + publication.name() + " was interrupted.", e);
        }
    }

    /** Removes a table of ours; fine if it is gone already. */
    public void drop(String table) {
        boolean removed = database.drop(checked(table));
        LOG.atInfo()
                .addKeyValue("table", settings.schema() + "." + table)
                .addKeyValue("removed", removed)
                .log("table removed");
    }

    /** Whether there is a table of ours with that name. */
    public boolean exists(String table) {
        return database.isOurs(checked(table));
    }

    /** Looks at the database, and changes nothing. */
    public Checkup checkup(InstantSource clock) {
        return new PostgisCheckup(settings, database, clock);
    }

    private static String checked(String table) {
        if (!LayerName.isValid(table)) {
            throw new IllegalArgumentException("not a layer name: \"" + table + "\"");
        }
        return table;
    }

    @Override
    public void close() {
        threads.shutdownNow();
        database.close();
    }
}
