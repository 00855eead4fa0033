package org.batchuploader.benchmarks.csw;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.batchuploader.core.id.Ids;
import org.batchuploader.core.id.LayerId;
import org.batchuploader.core.inspect.Correction;
import org.batchuploader.core.inspect.CrsHabits;
import org.batchuploader.core.inspect.DatasetFiles;
import org.batchuploader.core.inspect.Inspection;
import org.batchuploader.core.inspect.Problem;
import org.batchuploader.core.name.LayerName;
import org.batchuploader.core.publish.Link;
import org.batchuploader.core.publish.Placement;
import org.batchuploader.core.publish.Publication;
import org.batchuploader.core.user.Owner;
import org.batchuploader.geonetwork.client.CswClient;
import org.batchuploader.geonetwork.iso.IsoRules;
import org.batchuploader.geonetwork.iso.IsoWriter;
import org.batchuploader.geonetwork.registry.CswCheckup;
import org.batchuploader.geonetwork.registry.CswRegistry;
import org.batchuploader.geonetwork.registry.RecordDefaults;
import org.batchuploader.geonetwork.registry.RecordOfPublication;
import org.batchuploader.geotools.GeoToolsInspector;

/**
 * Has real datasets inspected, validates their records against the schemas of ISO 19139, and inserts, updates, reads back
 * and deletes each in a running pycsw. Arguments are folders with datasets besides those that the testkit makes. The last
 * line is {@code csw: datasets=N valid=N inserted=N updated=N deleted=N}.
 */
public final class CswRun {
    private static final RecordDefaults DEFAULTS = RecordDefaults.builder()
            .publicAddress(URI.create("https://maps.example"))
            .licence("CC BY 4.0")
            .inspireThemes(List.of("Transport networks"))
            .build();

    private final GeoToolsInspector inspector = new GeoToolsInspector();
    private final Ids ids = new Ids();
    private final CswClient client;
    private final CswRegistry registry;
    private final Schemas schemas;
    private int datasets;
    private int blocked;
    private int valid;
    private int inserted;
    private int updated;
    private int deleted;

    private CswRun(URI catalogue, Schemas schemas) {
        this.client = CswClient.at(catalogue).build();
        this.registry = new CswRegistry(client, catalogue, DEFAULTS);
        this.schemas = schemas;
    }

    /** @param args root of the project, folder to work in, the server's script, folders with datasets */
    public static void main(String[] args) throws IOException {
        List<DatasetFiles> all =
                new ArrayList<>(Datasets.madeByCode(Path.of(args[0], "uploader-benchmarks", "target", "csw")));
        for (int i = 3; i < args.length; i++) {
            all.addAll(Datasets.below(Path.of(args[i])));
        }
        Path work = Path.of(args[1]);
        try (Pycsw pycsw = Pycsw.start(work, Path.of(args[2]))) {
            print("doctor: " + new CswCheckup(CswClient.at(pycsw.address()).build(), pycsw.address()).examine());
            new CswRun(pycsw.address(), Schemas.in(work)).run(all);
        }
    }

    private void run(List<DatasetFiles> all) throws IOException {
        for (DatasetFiles files : all) {
            Inspection inspection = inspected(files);
            if (inspection.geographicExtent() == null
                    || inspection.problems().stream().anyMatch(Problem::isBlocking)) {
                blocked++;
            } else {
                datasets++;
                print(files.base() + ": " + through(files, inspection));
            }
        }
        print("csw: datasets=%d valid=%d inserted=%d updated=%d deleted=%d (not publishable: %d)"
                .formatted(datasets, valid, inserted, updated, deleted, blocked));
    }

    private Inspection inspected(DatasetFiles files) throws IOException {
        Inspection inspection = inspector.inspect(files, Correction.NONE, CrsHabits.NONE);
        return inspection.crs() != null
                ? inspection
                : inspector.inspect(files, Correction.crs("EPSG:4326"), CrsHabits.NONE);
    }

    private String through(DatasetFiles files, Inspection inspection) throws IOException {
        LayerId layer = ids.layer();
        Publication first = publication(files, inspection, layer, files.base());
        byte[] record = IsoWriter.write(new RecordOfPublication(DEFAULTS).of(first, null));
        Optional<String> objection = schemas.objection(record);
        if (objection.isPresent() || !IsoRules.check(record).isEmpty()) {
            return "NOT VALID " + objection.orElse("") + IsoRules.check(record);
        }
        valid++;
        Placement placement = registry.put(first);
        inserted += holds(first, "<gmd:MD_Metadata") ? 1 : 0;
        registry.put(publication(files, inspection, layer, "Changed since"));
        updated += holds(first, "Changed since") ? 1 : 0;
        registry.remove(placement);
        registry.remove(placement);
        deleted += client.record(first.identifier()).isEmpty() ? 1 : 0;
        return "%d bytes, %s".formatted(record.length, inspection.crs());
    }

    private boolean holds(Publication publication, String text) {
        return client.record(publication.identifier())
                .map(record -> new String(record, StandardCharsets.UTF_8))
                .filter(record -> record.contains(publication.identifier()) && record.contains(text))
                .isPresent();
    }

    private static Publication publication(DatasetFiles files, Inspection inspection, LayerId layer, String title) {
        String name = LayerName.from(files.base());
        return new Publication(
                layer,
                name,
                title,
                Owner.named("maria"),
                inspection,
                files,
                files,
                null,
                List.of(new Link("wms", "https://maps.example/ows?service=WMS&request=GetCapabilities", "up:" + name)),
                layer.universal(),
                "",
                Map.of(),
                Instant.parse("2026-01-02T03:04:05Z"));
    }

    private static void print(String line) {
        System.out.println(line);
    }
}
