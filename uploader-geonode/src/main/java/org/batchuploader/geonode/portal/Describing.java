package org.batchuploader.geonode.portal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.batchuploader.core.inspect.Description;
import org.batchuploader.core.publish.Publication;
import org.batchuploader.geonode.client.Dataset;
import org.batchuploader.geonode.client.DatasetChange;
import org.batchuploader.geonode.client.Datasets;
import org.batchuploader.geonode.client.GeoNodeClient;
import org.batchuploader.remote.RemoteException;
import org.batchuploader.remote.StreamedBody;
import org.jspecify.annotations.Nullable;
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
        verify(dataset, plain(publication));
        new Permitting(client, settings.permissions()).permit(dataset, waiting);
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

    /**
     * GeoNode may keep a text in a form of its own, so what is neither as wanted nor as before is taken for it. What it does not tell
     * proves nothing.
     */
    private void verify(Dataset before, DatasetChange wanted) {
        Dataset now = client.datasets().find(before.pk()).orElseThrow(() -> lied("and has no such dataset"));
        if (stays(wanted.title(), before.title(), now.title())) {
            throw lied("and still shows the old title");
        }
        if (stays(wanted.abstractText(), before.abstractText(), now.abstractText())) {
            throw lied("and still shows the old abstract");
        }
    }

    private static boolean stays(@Nullable String wanted, @Nullable String before, @Nullable String now) {
        return wanted != null && now != null && now.equals(before) && !alike(wanted, now);
    }

    /** By letters and digits, with or without tags: markup, entities and spaces are GeoNode's to write. */
    private static boolean alike(String wanted, String now) {
        String letters = letters(wanted);
        return letters.equals(letters(now)) || letters.equals(letters(now.replaceAll("<[^>]*>", "")));
    }

    private static String letters(String text) {
        return text.replaceAll("&#?\\w+;|[^\\p{L}\\p{N}]", "");
    }

    private static RemoteException.Refused lied(String what) {
        return new RemoteException.Refused(
                GeoNodeClient.SYSTEM, "GeoNode says it has changed the metadata " + what + ".");
    }

    private static DatasetChange plain(Publication publication) {
        Description said = publication.inspection().description();
        String abstractText = said == null ? null : said.abstractText();
        List<String> keywords = said == null ? List.of() : said.keywords();
        return DatasetChange.of(
                title(publication.title()),
                html(cut(abstractText == null ? publication.title() : abstractText, LONGEST_TEXT)),
                keywords.stream()
                        .map(word -> cut(word.strip(), LONGEST_KEYWORD))
                        .filter(word -> !word.isEmpty())
                        .distinct()
                        .limit(MOST_KEYWORDS)
                        .toList());
    }

    /** A layer's title as GeoNode is given it. */
    static String title(String title) {
        return cut(title, LONGEST_TITLE);
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

    private void draw(Dataset dataset, Publication publication) {
        Path thumbnail = publication.thumbnail();
        try {
            if (thumbnail != null && Files.size(thumbnail) <= Datasets.LARGEST_THUMBNAIL) {
                String said = client.datasets().thumbnail(dataset.pk(), StreamedBody.of(thumbnail));
                String shown = client.datasets()
                        .find(dataset.pk())
                        .map(Dataset::thumbnail)
                        .orElse("");
                if (!file(shown).equals(file(said))) {
                    keepsItsOwn(dataset, "GeoNode says it has taken the thumbnail and shows another");
                }
            }
        } catch (RemoteException.Refused e) {
            keepsItsOwn(dataset, e.getMessage());
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the thumbnail", e);
        }
    }

    /** No layer is lost for a picture. */
    private static void keepsItsOwn(Dataset dataset, @Nullable String reason) {
        log.atWarn()
                .addKeyValue("dataset", dataset.pk())
                .addKeyValue("reason", reason)
                .log("GeoNode does not take the thumbnail; it keeps its own");
    }

    /** Addresses are relative in one answer and absolute in another. */
    private static String file(String address) {
        return address.replaceFirst("[?#].*", "").replaceFirst(".*/", "");
    }

    /** GeoNode shows an abstract as HTML; what the owner wrote stays text. */
    private static String html(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }

    private static String cut(String text, int longest) {
        return text.length() <= longest ? text : text.substring(0, longest - 1) + "…";
    }
}
