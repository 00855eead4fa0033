package org.batchuploader.testkit.store;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.batchuploader.core.drop.DropEntry;
import org.batchuploader.core.id.Ids;
import org.batchuploader.core.id.UploadId;
import org.batchuploader.core.inspect.CoordinateReferenceSystem;
import org.batchuploader.core.inspect.Correction;
import org.batchuploader.core.inspect.CrsCandidate;
import org.batchuploader.core.inspect.Description;
import org.batchuploader.core.inspect.Envelope;
import org.batchuploader.core.inspect.Field;
import org.batchuploader.core.inspect.Format;
import org.batchuploader.core.inspect.Inspection;
import org.batchuploader.core.inspect.Part;
import org.batchuploader.core.inspect.Problem;
import org.batchuploader.core.inspect.ProblemCode;
import org.batchuploader.core.inspect.VectorDescription;
import org.batchuploader.core.notice.Notice;
import org.batchuploader.core.publish.Layer;
import org.batchuploader.core.publish.Link;
import org.batchuploader.core.task.NewTask;
import org.batchuploader.core.task.Work;
import org.batchuploader.core.upload.Dataset;
import org.batchuploader.core.upload.DatasetState;
import org.batchuploader.core.upload.HistoryEntry;
import org.batchuploader.core.upload.Upload;
import org.batchuploader.core.upload.UploadFile;
import org.batchuploader.core.upload.UploadState;

/** Records that fill every component, some with text that is awkward to store. */
public final class Samples {
    /** A time with as many digits as every adapter keeps. */
    public static final Instant TIME = Instant.parse("2026-03-29T01:30:00.123456Z");

    private final Ids ids;

    /** @param seed the same for the same identifiers */
    public Samples(long seed) {
        ids = new Ids(new Random(seed));
    }

    public Ids ids() {
        return ids;
    }

    public UploadFile file(String name) {
        return new UploadFile(name, ids.blob(), 1L << 40, TIME, null);
    }

    /** @param sha256 64 hexadecimal digits */
    public UploadFile file(String name, String sha256) {
        return new UploadFile(name, ids.blob(), 1L << 40, TIME, sha256);
    }

    /** An open upload to {@code "2024/roads"}. */
    public Upload upload(String owner, String base) {
        return new Upload(
                ids.upload(),
                owner,
                "ftp",
                "2024/roads",
                base,
                true,
                TIME,
                TIME.plusSeconds(5),
                UploadState.RECEIVED,
                List.of(file(base + ".shp"), file("Größe 'x' \"y\" \\ 道路.dbf")));
    }

    public Dataset dataset(Upload upload, int position) {
        return new Dataset(
                ids.dataset(),
                upload.id(),
                upload.owner(),
                position,
                "roads" + position,
                "atlas.zip/nörth/roads" + position,
                "Straßen \"1\" 道路",
                List.of(new Part("b.shp", ids.blob(), 7), new Part("a.dbf", ids.blob(), 0)),
                List.of(new Part("roads.shp", ids.blob(), 1L << 33), new Part("roads.dbf", ids.blob(), 1)),
                DatasetState.QUEUED,
                Correction.crs("EPSG:2056").with(Correction.name("streets", true)),
                inspection(),
                List.of(problem(), Problem.of(ProblemCode.CHARSET_GUESSED, "The text looks like windows-1252.")),
                ids.blob(),
                ids.blob(),
                ids.layer(),
                3);
    }

    public static Problem problem() {
        return Problem.of(ProblemCode.CRS_MISSING, "There is no .prj, and \u0000 or \uD83D\uDDFA is no reason.")
                .withCandidates(List.of(new CrsCandidate("EPSG:4326", "WGS 84", 0.25, "fits the extent")));
    }

    public static Inspection inspection() {
        var field = new Field("name", "NAME", "string", 80, 0);
        return new Inspection(
                Format.SHAPEFILE,
                new VectorDescription("Polygon Z", Long.MAX_VALUE, List.of(field), "UTF-8", List.of(List.of("Zürich"))),
                null,
                new Envelope(-1.5e9, 1e-300, 2, 0.1),
                new Envelope(-180, -90, 180, 90),
                new CoordinateReferenceSystem("EPSG:2056", "CH1903+ / LV95"),
                description(),
                List.of(problem()));
    }

    private static Description description() {
        return new Description(
                "Straßen",
                "Alle \"Straßen\"\nder Stadt",
                null,
                List.of("roads", "Zürich"),
                "transportation",
                "ger",
                LocalDate.of(2020, 2, 29),
                "revision",
                "Digitised",
                "CC BY 4.0",
                null,
                "Town",
                "gis@example.org",
                25_000L);
    }

    public Layer layer(String owner, String name) {
        return new Layer(
                ids.layer(),
                owner,
                name,
                "Straßen der Stadt",
                "2024/" + name,
                ids.dataset(),
                ids.dataset(),
                ids.layer(),
                Layer.State.PUBLISHING,
                Map.of(),
                Set.of(),
                TIME);
    }

    public Notice notice(String owner) {
        return new Notice(
                ids.notice(),
                owner,
                ids.upload(),
                ids.dataset(),
                Notice.Kind.PUBLISHED,
                TIME,
                "roads is published",
                "Look at it.",
                List.of(new Link("page", "/layers/roads", "Roads")),
                null);
    }

    public DropEntry entry(String owner, String path) {
        return new DropEntry(owner, path, ids.blob(), 12, TIME, true, ids.upload());
    }

    public static HistoryEntry history(UploadId upload, String reason) {
        return new HistoryEntry(upload, null, TIME, DatasetState.RECEIVED, null, 0, reason, null);
    }

    public NewTask task(String owner, String orderKey) {
        return new NewTask(new Work.PublishDataset(ids.dataset()), owner, orderKey);
    }
}
