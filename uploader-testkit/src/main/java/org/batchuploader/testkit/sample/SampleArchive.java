package org.batchuploader.testkit.sample;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.zip.GZIPOutputStream;
import org.apache.commons.compress.archivers.sevenz.SevenZArchiveEntry;
import org.apache.commons.compress.archivers.sevenz.SevenZOutputFile;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.apache.commons.compress.archivers.tar.TarConstants;
import org.apache.commons.compress.archivers.zip.Zip64Mode;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveOutputStream;
import org.apache.commons.compress.compressors.bzip2.BZip2CompressorOutputStream;
import org.tukaani.xz.LZMA2Options;
import org.tukaani.xz.XZOutputStream;

/** A tar, packed or not, a 7z, or a zip64, as the name it is written to says. */
@SuppressWarnings("ArrayRecordComponent")
public final class SampleArchive {
    private record Entry(String name, byte[] content, byte type) {}

    private final List<Entry> entries = new ArrayList<>();
    private String password = "";

    /** @param folder {@code ""} or ending in a slash */
    public SampleArchive files(String folder, List<Path> files) throws IOException {
        for (Path file : files) {
            entry(folder + file.getFileName(), Files.readAllBytes(file));
        }
        return this;
    }

    /** An entry of any name; {@code ../x} and {@code /etc/x} are written as they are. */
    public SampleArchive entry(String name, byte... content) {
        entries.add(new Entry(name, content, TarConstants.LF_NORMAL));
        return this;
    }

    /** A symbolic link, in a tar. */
    public SampleArchive symbolicLink(String name, String target) {
        entries.add(new Entry(name, target.getBytes(StandardCharsets.UTF_8), TarConstants.LF_SYMLINK));
        return this;
    }

    /** A hard link, in a tar. */
    public SampleArchive hardLink(String name, String target) {
        entries.add(new Entry(name, target.getBytes(StandardCharsets.UTF_8), TarConstants.LF_LINK));
        return this;
    }

    /** Encrypts, a 7z. */
    public SampleArchive password(String word) {
        password = word;
        return this;
    }

    public Path writeTo(Path file) throws IOException {
        String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
        if (name.endsWith(".7z")) {
            sevenZip(file);
        } else if (name.endsWith(".zip")) {
            zip64(file);
        } else {
            try (OutputStream out = packing(name, Files.newOutputStream(file))) {
                tar(out);
            }
        }
        return file;
    }

    /** One file packed by itself, as the target's name says: {@code .gz}, {@code .bz2} or {@code .xz}. */
    public static Path pack(Path file, Path packed) throws IOException {
        try (OutputStream out = packing(packed.getFileName().toString(), Files.newOutputStream(packed))) {
            Files.copy(file, out);
        }
        return packed;
    }

    private static OutputStream packing(String name, OutputStream file) throws IOException {
        OutputStream out = new BufferedOutputStream(file);
        if (name.endsWith("gz")) {
            return new GZIPOutputStream(out);
        }
        if (name.endsWith("bz2")) {
            return new BZip2CompressorOutputStream(out);
        }
        return name.endsWith("xz") ? new XZOutputStream(out, new LZMA2Options(0)) : out;
    }

    private void tar(OutputStream out) throws IOException {
        try (var tar = new TarArchiveOutputStream(out, "UTF-8")) {
            tar.setLongFileMode(TarArchiveOutputStream.LONGFILE_GNU);
            tar.setAddPaxHeadersForNonAsciiNames(true);
            for (Entry entry : entries) {
                var header = new TarArchiveEntry(entry.name(), entry.type(), true);
                boolean link = entry.type() != TarConstants.LF_NORMAL;
                if (link) {
                    header.setLinkName(new String(entry.content(), StandardCharsets.UTF_8));
                } else {
                    header.setSize(entry.content().length);
                }
                tar.putArchiveEntry(header);
                if (!link) {
                    tar.write(entry.content());
                }
                tar.closeArchiveEntry();
            }
        }
    }

    private void sevenZip(Path file) throws IOException {
        try (var seven = password.isEmpty()
                ? new SevenZOutputFile(file.toFile())
                : new SevenZOutputFile(file.toFile(), password.toCharArray())) {
            for (Entry entry : entries) {
                var header = new SevenZArchiveEntry();
                header.setName(entry.name());
                seven.putArchiveEntry(header);
                seven.write(entry.content());
                seven.closeArchiveEntry();
            }
        }
    }

    private void zip64(Path file) throws IOException {
        try (var zip = new ZipArchiveOutputStream(file)) {
            zip.setUseZip64(Zip64Mode.Always);
            for (Entry entry : entries) {
                zip.putArchiveEntry(new ZipArchiveEntry(entry.name()));
                zip.write(entry.content());
                zip.closeArchiveEntry();
            }
        }
    }
}
