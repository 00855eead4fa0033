package org.batchuploader.benchmarks.fuzz;

import java.util.Locale;

/** What is fuzzed: the file that the input takes the place of, and how long it may be. */
enum Target {
    SHP("towns.shp", 1 << 15),
    DBF("towns.dbf", 1 << 15),
    PRJ("towns.prj", 1 << 13),
    TIFF("hills.tif", 1 << 15),
    ZIP("towns.zip", 1 << 15),
    CSV("towns.csv", 1 << 15);

    private final String file;
    private final int longest;

    Target(String file, int longest) {
        this.file = file;
        this.longest = longest;
    }

    String file() {
        return file;
    }

    /** In bytes. */
    int longest() {
        return longest;
    }

    /** As on the command line. */
    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    String extension() {
        return file.substring(file.lastIndexOf('.') + 1);
    }

    static Target of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }
}
