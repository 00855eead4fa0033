package org.batchuploader.geoserver.catalog;

import java.util.List;
import java.util.stream.Stream;
import org.batchuploader.core.inspect.Description;
import org.batchuploader.core.publish.Publication;
import org.batchuploader.geoserver.client.Resource;

/**
 * What a layer is called and what is said of it: the owner's words, without what XML 1.0 cannot hold (one such character would
 * spoil the capabilities of all layers) and what GeoServer takes for syntax in keywords.
 */
final class Words {
    private static final int LONGEST_TITLE = 250;
    private static final int LONGEST_ABSTRACT = 10_000;
    private static final int LONGEST_KEYWORD = 100;
    private static final int MOST_KEYWORDS = 50;

    private Words() {}

    static Resource declared(LayerRef ref, Publication publication, String srs) {
        boolean raster = ref.form() == LayerRef.Form.RASTER;
        Description said = publication.inspection().description();
        String about = said == null || said.abstractText() == null ? "" : said.abstractText();
        return Resource.declared(ref.name(), raster ? null : ref.name(), title(publication.title()), srs)
                .described(plain(about, LONGEST_ABSTRACT), keywords(ref, said == null ? List.of() : said.keywords()));
    }

    /** A layer's title as GeoServer is given it. */
    static String title(String title) {
        return plain(title, LONGEST_TITLE);
    }

    private static List<String> keywords(LayerRef ref, List<String> said) {
        String kind = ref.form() == LayerRef.Form.RASTER ? "coverage" : "features";
        return Stream.concat(said.stream(), Stream.of(ref.name(), kind))
                .map(word ->
                        plain(word.replaceAll("[\\\\;]", " "), LONGEST_KEYWORD).strip())
                .filter(word -> !word.isEmpty())
                .distinct()
                .limit(MOST_KEYWORDS)
                .toList();
    }

    private static String plain(String words, int longest) {
        StringBuilder kept = new StringBuilder();
        words.codePoints().filter(Words::isXml).limit(longest).forEach(kept::appendCodePoint);
        return kept.toString();
    }

    /** The production {@code Char} of XML 1.0. */
    private static boolean isXml(int c) {
        return c == '\t'
                || c == '\n'
                || c == '\r'
                || (c >= 0x20 && c <= 0xd7ff)
                || (c >= 0xe000 && c <= 0xfffd)
                || c > 0xffff;
    }
}
