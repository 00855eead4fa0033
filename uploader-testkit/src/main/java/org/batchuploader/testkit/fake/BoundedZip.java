package org.batchuploader.testkit.fake;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/** Looks into a zip, up to a largest size and number of entries. */
final class BoundedZip {
    private static final int MOST_ENTRIES = 100;
    private static final int LARGEST = 128 * 1024 * 1024;

    private BoundedZip() {}

    /** @throws IOException when it is none, or too large to look into */
    static Map<String, byte[]> entries(byte[] zipped) throws IOException {
        Map<String, byte[]> entries = new LinkedHashMap<>();
        int left = LARGEST;
        try (var zip = new ZipInputStream(new ByteArrayInputStream(zipped))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                byte[] content = zip.readNBytes(left);
                left -= content.length;
                if (left == 0 || entries.size() == MOST_ENTRIES) {
                    throw new IOException("too large to be looked into");
                }
                entries.put(entry.getName(), content);
            }
        }
        if (entries.isEmpty()) {
            throw new IOException("no zip");
        }
        return entries;
    }
}
