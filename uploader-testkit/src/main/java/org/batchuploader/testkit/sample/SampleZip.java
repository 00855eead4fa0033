package org.batchuploader.testkit.sample;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A zip to be written, with entries that no proper tool would write where asked for. */
public final class SampleZip {
    private static final int SYMBOLIC_LINK = 0120777;
    private final List<ZipWriter.Entry> entries = new ArrayList<>();
    private Charset names = StandardCharsets.UTF_8;
    private boolean encrypted;
    private boolean overlapping;
    private int method = 8;

    /** Adds the files at the top. */
    public SampleZip files(List<Path> files) throws IOException {
        return files("", files);
    }

    /** @param folder {@code ""} or ending in a slash */
    public SampleZip files(String folder, List<Path> files) throws IOException {
        for (Path file : files) {
            entry(folder + file.getFileName(), Files.readAllBytes(file));
        }
        return this;
    }

    /** An entry of any name; {@code ../x} and {@code /etc/x} are written as they are. */
    public SampleZip entry(String name, byte... content) {
        entries.add(new ZipWriter.Entry(name, content, 0, 0));
        return this;
    }

    /** An entry of so many zero bytes, which pack a thousand to one. */
    public SampleZip zeros(String name, long size) {
        entries.add(new ZipWriter.Entry(name, new byte[0], size, 0));
        return this;
    }

    public SampleZip symbolicLink(String name, String target) {
        entries.add(new ZipWriter.Entry(name, target.getBytes(StandardCharsets.UTF_8), 0, SYMBOLIC_LINK));
        return this;
    }

    /** Entry names in that charset; without the flag that announces UTF-8 if it is another. */
    public SampleZip names(Charset charset) {
        names = charset;
        return this;
    }

    /** Says of each entry that it is encrypted. */
    public SampleZip encrypted() {
        encrypted = true;
        return this;
    }

    /** Lets all entries share the first one's bytes. */
    public SampleZip overlapping() {
        overlapping = true;
        return this;
    }

    /** Says of each entry that it is packed by that method of APPNOTE 4.4.5, 9 for Deflate64. */
    public SampleZip method(int number) {
        method = number;
        return this;
    }

    public Path writeTo(Path file) throws IOException {
        new ZipWriter(names, encrypted, overlapping, method).write(file, entries);
        return file;
    }
}
