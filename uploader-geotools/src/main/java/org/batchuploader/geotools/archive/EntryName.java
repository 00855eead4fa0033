package org.batchuploader.geotools.archive;

import java.util.Arrays;
import java.util.List;

/**
 * The name of an archive's entry: data, never a path.
 *
 * @param folder {@code ""} or {@code "north/roads/"}
 * @param file {@code ""} for a folder
 */
record EntryName(String folder, String file) {
    private static final int MAX_LENGTH = 4096;

    /** What the path of an entry names, if it stays within the archive. */
    static EntryName of(String path) throws ArchiveRefused {
        String name = path.replace('\\', '/');
        if (name.length() > MAX_LENGTH || name.indexOf('\0') >= 0) {
            throw refused(name, "is no name for a file");
        }
        if (name.startsWith("/") || name.matches("(?s)[A-Za-z]:.*")) {
            throw refused(name, "is an absolute path");
        }
        List<String> steps = Arrays.asList(name.split("/", -1));
        if (steps.contains("..")) {
            throw refused(name, "leads out of the archive");
        }
        List<String> plain =
                steps.stream().filter(s -> !s.isEmpty() && !s.equals(".")).toList();
        if (plain.isEmpty() || name.endsWith("/")) {
            return new EntryName(plain.isEmpty() ? "" : String.join("/", plain) + "/", "");
        }
        int last = plain.size() - 1;
        String folder = last == 0 ? "" : String.join("/", plain.subList(0, last)) + "/";
        return new EntryName(folder, plain.get(last));
    }

    static ArchiveRefused refused(String name, String why) {
        return ArchiveRefused.damaged("The entry %s %s.".formatted(printable(name), why));
    }

    /** A name as it may stand in a sentence and a log line. */
    static String printable(String name) {
        String shown = name.replaceAll("[\\p{Cntrl}]", "?");
        return "\"" + (shown.length() > 120 ? shown.substring(0, 120) + "..." : shown) + "\"";
    }

    /** What desktops leave in archives without being asked. */
    boolean isLitter() {
        return file.isEmpty()
                || folder.startsWith("__MACOSX/")
                || file.startsWith("._")
                || file.equals(".DS_Store")
                || file.equalsIgnoreCase("Thumbs.db")
                || file.equalsIgnoreCase("desktop.ini");
    }
}
