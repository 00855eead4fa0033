package org.batchuploader.app.http;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.batchuploader.core.name.LayerName;

/** The folders of the built-in stand-ins, for everybody: only files of these names, only of layers. */
public final class LayerFiles {
    private static final int LISTED = 1000;
    private static final Map<String, String> TYPES = Map.of(
            "index.html", "text/html; charset=utf-8",
            "data.geojson", "application/geo+json",
            "original.zip", "application/zip",
            "thumbnail.png", "image/png",
            "record.xml", "application/xml");
    private static final List<String> DOWNLOADS = List.of("data.geojson", "original.zip");

    /** The page carries its style with it; nothing else runs or loads. */
    private static final String PAGE_POLICY = "default-src 'none'; style-src 'unsafe-inline'; img-src 'self';"
            + " base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    private final Path folder;

    public LayerFiles(Path folder) {
        this.folder = folder;
    }

    Reply file(Exchange exchange) {
        String layer = exchange.segment("name");
        String asked = exchange.segment("file");
        String name = asked == null || asked.isEmpty() ? "index.html" : asked;
        String type = TYPES.get(name);
        if (type == null || !LayerName.isValid(layer)) {
            throw Refusal.notFound();
        }
        Path file = folder.resolve(layer).resolve(name);
        if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
            throw Refusal.notFound();
        }
        Reply reply = Reply.file(file, type).with("Content-Security-Policy", PAGE_POLICY);
        return DOWNLOADS.contains(name)
                ? reply.with(
                        "Content-Disposition",
                        "attachment; filename=\"" + layer + name.substring(name.lastIndexOf('.')) + "\"")
                : reply;
    }

    /** Names of layers that have a page, in order. */
    public List<String> names() throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> folders = Files.list(folder)) {
            return folders.filter(f -> Files.isRegularFile(f.resolve("index.html")))
                    .map(f -> f.getFileName().toString())
                    .filter(LayerName::isValid)
                    .sorted()
                    .limit(LISTED)
                    .toList();
        }
    }
}
