package org.batchuploader.core.name;

import java.nio.charset.StandardCharsets;
import java.text.Normalizer;

/**
 * The canonical form of a file or folder name that comes from outside: Unicode NFC, one name and not a path, no control
 * characters, at most 255 bytes of UTF-8. FTP, HTTP and archives all ask here, so that they never disagree.
 */
public final class FileName {
    /** The longest name in bytes of UTF-8. */
    public static final int LONGEST = 255;

    private FileName() {}

    /** @throws InvalidName with the reason */
    public static String canonical(String raw) {
        String name = Normalizer.normalize(raw, Normalizer.Form.NFC);
        if (name.isBlank()) {
            throw new InvalidName("A file needs a name.");
        }
        if (name.equals(".") || name.equals("..")) {
            throw new InvalidName("\"" + name + "\" is not a file name.");
        }
        int length = name.getBytes(StandardCharsets.UTF_8).length;
        if (length > LONGEST) {
            throw new InvalidName("The name is " + length + " bytes long; " + LONGEST + " is the most.");
        }
        name.codePoints().forEach(FileName::requireHarmless);
        return name;
    }

    private static void requireHarmless(int character) {
        if (character == '/' || character == '\\') {
            throw new InvalidName("A file name must not contain a slash or backslash.");
        }
        int type = Character.getType(character);
        if (type == Character.CONTROL
                || type == Character.SURROGATE
                || type == Character.FORMAT
                || type == Character.LINE_SEPARATOR
                || type == Character.PARAGRAPH_SEPARATOR) {
            throw new InvalidName(
                    String.format("A file name must not contain the invisible character U+%04X.", character));
        }
    }
}
