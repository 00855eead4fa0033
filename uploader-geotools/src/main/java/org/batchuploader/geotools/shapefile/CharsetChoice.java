package org.batchuploader.geotools.shapefile;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.Optional;
import org.batchuploader.core.inspect.DatasetFiles;
import org.batchuploader.core.inspect.Problem;
import org.batchuploader.core.inspect.ProblemCode;
import org.batchuploader.core.inspect.SourceFile;
import org.batchuploader.geotools.charset.CharsetNames;
import org.jspecify.annotations.Nullable;

/**
 * Which charset the text of a table is in: what the owner says, else what the {@code .cpg} says, else the table's
 * language driver, else what the bytes allow.
 */
final class CharsetChoice {
    /** Means "whatever this Windows is set to"; written by programs that do not care. */
    private static final int ANSI = 0x57;

    private final String source;
    private final @Nullable String name;
    private final Optional<Charset> charset;
    private final boolean firm;

    private CharsetChoice(String source, @Nullable String name, Optional<Charset> charset, boolean firm) {
        this.source = source;
        this.name = name;
        this.charset = charset;
        this.firm = firm;
    }

    static CharsetChoice of(DatasetFiles files, int languageDriver, @Nullable String correction) throws IOException {
        if (correction != null) {
            return new CharsetChoice("The chosen character set", correction, CharsetNames.find(correction), true);
        }
        Optional<SourceFile> cpg = files.find("cpg");
        if (cpg.isPresent()) {
            String text = firstLine(cpg.get());
            if (!text.isEmpty()) {
                return new CharsetChoice(cpg.get().name(), text, CharsetNames.find(text), true);
            }
        }
        return new CharsetChoice(
                "The table's language driver",
                "0x%02x".formatted(languageDriver),
                CharsetNames.ofLanguageDriver(languageDriver),
                languageDriver != ANSI);
    }

    private static String firstLine(SourceFile file) throws IOException {
        try (InputStream in = Files.newInputStream(file.path())) {
            String text = new String(in.readNBytes(200), StandardCharsets.UTF_8);
            return text.replace("\uFEFF", "").strip().lines().findFirst().orElse("");
        }
    }

    /** What is to be checked against the text. */
    Optional<Charset> declared() {
        return charset;
    }

    /** The charset to read with, the text having been seen. */
    Charset decide(TextScan scan) {
        if (charset.isPresent() && (firm || !isRatherUtf8(scan)) && scan.misfitRow() == 0) {
            return charset.get();
        }
        return scan.isForeign() ? scan.guess() : charset.orElse(StandardCharsets.UTF_8);
    }

    private static boolean isRatherUtf8(TextScan scan) {
        return scan.isForeign() && scan.fitsUtf8();
    }

    /** What the owner has to know about it. */
    Optional<Problem> problem(TextScan scan, String table) {
        if (!scan.isForeign()) {
            return Optional.empty();
        }
        boolean declares = name != null && !name.equals("0x00") && firm;
        if (charset.isEmpty() && declares && !source.startsWith("The table")) {
            return Optional.of(Problem.of(
                    ProblemCode.CHARSET_INVALID,
                    "%s says \"%s\", which is no character set we know.".formatted(source, printable(name))));
        }
        if (charset.isPresent() && firm && scan.misfitRow() > 0) {
            return Optional.of(Problem.of(
                    ProblemCode.CHARSET_INVALID,
                    "%s says %s, but the text in row %d of %s is not written in it; it looks like %s."
                            .formatted(
                                    source,
                                    charset.get().name(),
                                    scan.misfitRow(),
                                    table,
                                    scan.guess().name())));
        }
        if (charset.isPresent() && firm) {
            return Optional.empty();
        }
        return Optional.of(Problem.of(
                ProblemCode.CHARSET_GUESSED,
                "%s does not say for certain which character set its text is in; it was read as %s."
                        .formatted(table, decide(scan).name())));
    }

    private static String printable(@Nullable String text) {
        return String.valueOf(text).replaceAll("\\p{Cntrl}", "?");
    }
}
