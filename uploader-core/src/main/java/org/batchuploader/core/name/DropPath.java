package org.batchuploader.core.name;

import java.util.ArrayDeque;
import java.util.Deque;

/**
 * The canonical form of a path below an owner's top folder: names joined by single slashes, {@code ""} for the top. It
 * cannot point above the top, whatever it was made from.
 */
public final class DropPath {
    /** The deepest path. */
    public static final int DEEPEST = 32;

    /** The longest path in characters. */
    public static final int LONGEST = 1000;

    private DropPath() {}

    /**
     * Resolves {@code path} against a canonical folder; {@code .} and {@code ..} are followed, and {@code ..} at the top
     * stays there, as in an FTP jail.
     *
     * @throws InvalidName when a segment is no file name, or the whole is too deep or too long
     */
    public static String resolve(String folder, String path) {
        Deque<String> segments = new ArrayDeque<>();
        if (!path.startsWith("/")) {
            append(segments, folder);
        }
        append(segments, path);
        String joined = String.join("/", segments);
        if (segments.size() > DEEPEST || joined.length() > LONGEST) {
            throw new InvalidName("The path is too deep or too long; " + DEEPEST + " folders and " + LONGEST
                    + " characters are the most.");
        }
        return joined;
    }

    private static void append(Deque<String> segments, String path) {
        for (String segment : path.split("/")) {
            if (segment.isEmpty() || segment.equals(".")) {
                continue;
            }
            if (segment.equals("..")) {
                segments.pollLast();
            } else {
                segments.addLast(FileName.canonical(segment));
            }
        }
    }

    /** The folder that the path is in, {@code ""} at the top. */
    public static String folderOf(String path) {
        return path.contains("/") ? path.substring(0, path.lastIndexOf('/')) : "";
    }

    /** The last segment. */
    public static String nameOf(String path) {
        return path.substring(path.lastIndexOf('/') + 1);
    }

    /** A canonical folder and a canonical name as one path. */
    public static String join(String folder, String name) {
        return folder.isEmpty() ? name : folder + "/" + name;
    }
}
