package org.batchuploader.geotools.shapefile;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/** What a file is that is not what its name says, by its first bytes. */
final class Signature {
    private static final Map<String, String> KNOWN = new LinkedHashMap<>();

    static {
        KNOWN.put("\u00FF\u00D8\u00FF", "a JPEG picture");
        KNOWN.put("\u0089PNG", "a PNG picture");
        KNOWN.put("GIF8", "a GIF picture");
        KNOWN.put("PK\u0003\u0004", "a zip archive");
        KNOWN.put("%PDF", "a PDF document");
        KNOWN.put("II*\u0000", "a TIFF image");
        KNOWN.put("MM\u0000*", "a TIFF image");
        KNOWN.put("SQLite format", "a SQLite database");
        KNOWN.put("\u001F\u008B", "a gzip file");
        KNOWN.put("<", "XML or HTML text");
        KNOWN.put("{", "JSON text");
    }

    private Signature() {}

    /** {@code " but a JPEG picture"}, or nothing. */
    static String of(Path path) throws IOException {
        String head;
        try (InputStream in = Files.newInputStream(path)) {
            head = new String(in.readNBytes(16), StandardCharsets.ISO_8859_1);
        }
        if (head.isEmpty()) {
            return " but empty";
        }
        return KNOWN.entrySet().stream()
                .filter(known -> head.startsWith(known.getKey()))
                .map(known -> " but " + known.getValue())
                .findFirst()
                .orElse("");
    }
}
