package org.batchuploader.geonode.portal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.batchuploader.core.inspect.Description;
import org.batchuploader.core.publish.Publication;
import org.batchuploader.geonode.client.Dataset;
import org.batchuploader.geonode.client.DatasetChange;
import org.batchuploader.geonode.client.Datasets;
import org.batchuploader.geonode.client.Execution;
import org.batchuploader.geonode.client.GeoNodeClient;
import org.batchuploader.geonode.client.Group;
import org.batchuploader.geonode.client.Level;
import org.batchuploader.remote.RemoteException;
import org.batchuploader.remote.StreamedBody;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Says of a dataset what the publication says of it: its metadata, who may see it, and its picture. */
record Describing(GeoNodeClient client, PortalSettings settings) {
    private static final Logger log = LoggerFactory.getLogger(Describing.class);
    private static final int MOST_KEYWORDS = 30;
    private static final int LONGEST_KEYWORD = 100;
    private static final int LONGEST_TITLE = 255;
    private static final int LONGEST_TEXT = 2000;

    void describe(Dataset dataset, Publication publication, Waiting waiting) {
        changeMetadata(dataset, publication);
        verify(dataset, publication);
        permit(dataset, waiting);
        draw(dataset, publication);
    }

    /** GeoNode refuses categories and languages it has no row of; they are not worth a layer. */
    private void changeMetadata(Dataset dataset, Publication publication) {
        DatasetChange plain = plain(publication);
        Description said = publication.inspection().description();
        if (said == null) {
            client.datasets().change(dataset.pk(), plain);
            return;
        }
        try {
            client.datasets().change(dataset.pk(), full(plain, said));
        } catch (RemoteException.Refused notAllOfIt) {
            log.atWarn()
                    .addKeyValue("dataset", dataset.pk())
                    .addKeyValue("reason", notAllOfIt.getMessage())
                    .log("GeoNode does not take all of the metadata; title, abstract and keywords only");
            client.datasets().change(dataset.pk(), plain);
        }
    }

    private void verify(Dataset dataset, Publication publication) {
        String title = cut(publication.title(), LONGEST_TITLE);
        String now = client.datasets().find(dataset.pk()).map(Dataset::title).orElse(null);
        if (!title.equals(now) && Objects.equals(now, dataset.title())) {
            throw new RemoteException.Refused(
                    GeoNodeClient.SYSTEM, "GeoNode says it has changed the metadata and still shows the old.");
        }
    }

    private static DatasetChange plain(Publication publication) {
        Description said = publication.inspection().description();
        String abstractText = said == null ? null : said.abstractText();
        List<String> keywords = said == null ? List.of() : said.keywords();
        return DatasetChange.of(
                cut(publication.title(), LONGEST_TITLE),
                html(cut(abstractText == null ? publication.title() : abstractText, LONGEST_TEXT)),
                keywords.stream()
                        .map(word -> cut(word.strip(), LONGEST_KEYWORD))
                        .filter(word -> !word.isEmpty())
                        .distinct()
                        .limit(MOST_KEYWORDS)
                        .toList());
    }

    private static DatasetChange full(DatasetChange plain, Description said) {
        String topic = said.topicCategory();
        return new DatasetChange(
                plain.title(),
                plain.abstractText(),
                plain.keywords(),
                topic == null ? null : new DatasetChange.Category(topic),
                said.language(),
                said.date() == null ? null : said.date() + "T00:00:00Z",
                said.date() == null ? null : "publication",
                said.lineage() == null ? null : cut(said.lineage(), LONGEST_TEXT),
                said.organisation() == null ? null : cut(said.organisation(), LONGEST_TEXT),
                said.useLimitation() == null ? null : cut(said.useLimitation(), LONGEST_TEXT));
    }

    private void permit(Dataset dataset, Waiting waiting) {
        if (settings.permissions().isEmpty()) {
            return;
        }
        List<Group> groups = client.datasets().groups(dataset.pk());
        Map<Group, Level> levels = new LinkedHashMap<>();
        settings.permissions().forEach((name, level) -> levels.put(named(name, groups), level));
        String execution = waiting.whenItCan(() -> client.datasets().permit(dataset.pk(), levels));
        waiting.until(
                        "the permissions of dataset " + dataset.pk(),
                        () -> client.uploads().execution(execution),
                        state -> state.isEmpty() || state.get().ended())
                .filter(Execution::failed)
                .ifPresent(failed -> {
                    throw new RemoteException.Refused(
                            GeoNodeClient.SYSTEM, "GeoNode could not set the permissions: " + failed.reason());
                });
    }

    private static Group named(String name, List<Group> groups) {
        return groups.stream()
                .filter(group -> group.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new RemoteException.Refused(
                        GeoNodeClient.SYSTEM, "GeoNode has no group named \"" + name + "\" to give permissions to."));
    }

    private void draw(Dataset dataset, Publication publication) {
        Path thumbnail = publication.thumbnail();
        try {
            if (thumbnail != null && Files.size(thumbnail) <= Datasets.LARGEST_THUMBNAIL) {
                client.datasets().thumbnail(dataset.pk(), StreamedBody.of(thumbnail));
            }
        } catch (RemoteException.Refused e) {
            log.atWarn()
                    .addKeyValue("dataset", dataset.pk())
                    .addKeyValue("reason", e.getMessage())
                    .log("GeoNode does not take the thumbnail; it keeps its own");
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the thumbnail", e);
        }
    }

    /** GeoNode shows an abstract as HTML; what the owner wrote stays text. */
    private static String html(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }

    private static String cut(String text, int longest) {
        return text.length() <= longest ? text : text.substring(0, longest - 1) + "…";
    }
}
