package org.batchuploader.geotools.charset;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.List;
import java.util.Optional;
import org.batchuploader.core.inspect.DatasetFiles;
import org.batchuploader.core.inspect.SourceFile;
import org.jspecify.annotations.Nullable;

/**
 * What is said about the character set of a table: by its owner, else by a {@code .cpg} (ESRI) or {@code .cst} (GeoServer)
 * file, else by the table's language driver.
 *
 * @param source who says so, to begin a sentence with
 * @param name what is said, fit to be shown
 * @param charset absent when nothing is said, or nothing we know
 */
public record CharsetDeclaration(Weight weight, String source, String name, Optional<Charset> charset) {
    private static final int LONGEST = 200;

    /** How much a declaration counts. */
    public enum Weight {
        /** The owner's word is final. */
        CHOSEN,
        /** A file says so, which programs write of their own accord: only strong evidence overrules it. */
        FILE,
        /** A byte that is often left as it was: it leans the scales. */
        TABLE,
        /** Nobody says anything. */
        NONE
    }

    /** Nothing is known beforehand. */
    public static final CharsetDeclaration NONE =
            new CharsetDeclaration(Weight.NONE, "Nothing", "nothing", Optional.empty());

    /**
     * @param languageDriver the byte at offset 29 of a {@code .dbf}, 0 for none
     * @param choice the owner's, if any
     */
    public static CharsetDeclaration of(DatasetFiles files, int languageDriver, @Nullable String choice)
            throws IOException {
        if (choice != null) {
            return new CharsetDeclaration(
                    Weight.CHOSEN, "The chosen character set", printable(choice), CharsetNames.find(choice));
        }
        for (String extension : List.of("cpg", "cst")) {
            Optional<SourceFile> file = files.find(extension);
            String text = file.isPresent() ? firstLine(file.get()) : "";
            if (file.isPresent() && !CharsetNames.isEmpty(text)) {
                return new CharsetDeclaration(Weight.FILE, file.get().name(), printable(text), CharsetNames.find(text));
            }
        }
        Optional<Charset> driver = CharsetNames.ofLanguageDriver(languageDriver);
        return driver.isEmpty()
                ? NONE
                : new CharsetDeclaration(
                        Weight.TABLE,
                        "The table's language driver",
                        "%s (0x%02x)".formatted(driver.get().name(), languageDriver),
                        driver);
    }

    private static String firstLine(SourceFile file) throws IOException {
        try (InputStream in = Files.newInputStream(file.path())) {
            byte[] bytes = in.readNBytes(LONGEST);
            boolean wide = bytes.length > 1 && (bytes[0] == (byte) 0xFF || bytes[0] == (byte) 0xFE);
            String text = new String(bytes, wide ? StandardCharsets.UTF_16 : StandardCharsets.UTF_8);
            return text.replaceAll("[\uFEFF\\x00\"']", "")
                    .strip()
                    .lines()
                    .findFirst()
                    .orElse("")
                    .strip();
        }
    }

    private static String printable(String text) {
        return text.replaceAll("\\p{Cntrl}", "?");
    }

    /** Whether more is said than "as this Windows is set". */
    boolean isDefinite() {
        return charset.isPresent() && !name.endsWith("(0x%02x)".formatted(LanguageDrivers.ANSI));
    }

    /** Whether it is the Western set that programs put there unasked, whatever the text is in. */
    boolean isStamped() {
        return charset.filter(
                        set -> List.of("ISO-8859-1", "windows-1252", "US-ASCII").contains(set.name()))
                .isPresent();
    }
}
