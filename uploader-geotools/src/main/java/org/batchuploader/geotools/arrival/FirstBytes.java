package org.batchuploader.geotools.arrival;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.batchuploader.core.bundle.PartName;
import org.batchuploader.core.inspect.ArrivalRefused;
import org.batchuploader.core.inspect.Problem;
import org.batchuploader.core.inspect.ProblemCode;

/**
 * First bytes against the name. Only formats that cannot be without theirs are asked for them; an index or a table that is
 * something else can be made anew, and a tar of old has none.
 */
final class FirstBytes {
    private static final List<String> TIFF = List.of("II*\0", "MM\0*", "II+\0", "MM\0+");
    private static final List<String> PACKED =
            List.of("PK\3\4", "PK\5\6", "PK\7\b", "7z\u00BC\u00AF'\u001C", "\u001F\u008B", "BZh", "\u00FD7zXZ\0");

    /** What a file of that extension begins with: one of these. */
    private static final Map<String, List<String>> EXPECTED = Map.of(
            "shp", List.of("\0\0'\n"),
            "tif", TIFF,
            "tiff", TIFF,
            "jpg", List.of("\u00FF\u00D8\u00FF"),
            "jpeg", List.of("\u00FF\u00D8\u00FF"),
            "png", List.of("\u0089PNG"),
            "gpkg", List.of("SQLite format 3"));

    /** What something else may be, for the sentence. */
    private static final Map<String, String> KNOWN = Map.ofEntries(
            Map.entry("\u00FF\u00D8\u00FF", "a JPEG picture"),
            Map.entry("\u0089PNG", "a PNG picture"),
            Map.entry("GIF8", "a GIF picture"),
            Map.entry("%PDF", "a PDF document"),
            Map.entry("PK\3\4", "a zip archive"),
            Map.entry("7z\u00BC\u00AF'\u001C", "a 7z archive"),
            Map.entry("\u001F\u008B", "packed by gzip"),
            Map.entry("Rar!", "a RAR archive"),
            Map.entry("II*\0", "a TIFF image"),
            Map.entry("MM\0*", "a TIFF image"),
            Map.entry("\0\0'\n", "a shapefile's geometry or index"),
            Map.entry("SQLite format 3", "an SQLite database"),
            Map.entry("<html", "a web page"),
            Map.entry("<!DOCTYPE html", "a web page"));

    private FirstBytes() {}

    static void check(String name, PartName part, ByteBuffer head) throws ArrivalRefused {
        if (isProgram(head)) {
            throw refused(name + " is a program, and no geospatial data.", "Deliver the data itself.");
        }
        if (head.remaining() < 4) {
            return;
        }
        List<String> expected = EXPECTED.getOrDefault(part.extension(), List.of());
        if (part.isArchive() && !part.extension().equals("tar")) {
            expected = PACKED;
            if (isTar(head)) {
                return;
            }
        }
        if (!expected.isEmpty() && expected.stream().noneMatch(magic -> starts(head, magic))) {
            String found = known(head).map(k -> ", it is " + k).orElse("");
            throw refused(
                    "%s is not what its name says%s.".formatted(name, found),
                    "Deliver the file itself, under the name that belongs to it.");
        }
    }

    private static ArrivalRefused refused(String sentence, String hint) {
        ProblemCode code = ProblemCode.FORMAT_UNSUPPORTED;
        return new ArrivalRefused(new Problem(code, code.severity(), sentence, hint, null, List.of()));
    }

    private static Optional<String> known(ByteBuffer head) {
        return KNOWN.entrySet().stream()
                .filter(e -> starts(head, e.getKey()))
                .map(Map.Entry::getValue)
                .findFirst();
    }

    /** ELF, Mach-O, or a Windows program: text may begin with MZ too, so what that points to is looked at. */
    private static boolean isProgram(ByteBuffer head) {
        if (starts(head, "\u007FELF") || starts(head, "\u00CF\u00FA\u00ED\u00FE")) {
            return true;
        }
        if (!starts(head, "MZ") || head.remaining() < 64) {
            return false;
        }
        int header = head.duplicate().order(ByteOrder.LITTLE_ENDIAN).getInt(60);
        return header >= 64 && header <= head.limit() - 4 && head.getInt(header) == 0x50450000;
    }

    private static boolean isTar(ByteBuffer head) {
        return head.remaining() > 262 && startsAt(head, 257, "ustar");
    }

    private static boolean starts(ByteBuffer head, String magic) {
        return startsAt(head, 0, magic);
    }

    private static boolean startsAt(ByteBuffer head, int offset, String magic) {
        byte[] wanted = magic.getBytes(StandardCharsets.ISO_8859_1);
        if (head.remaining() < offset + wanted.length) {
            return false;
        }
        byte[] there = new byte[wanted.length];
        head.get(offset, there);
        return Arrays.equals(there, wanted);
    }
}
