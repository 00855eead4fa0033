package org.batchuploader.geotools.kml;

import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipInputStream;
import org.batchuploader.core.inspect.ProblemCode;
import org.batchuploader.geotools.DamagedFile;

/** The documents in a KMZ, all of them, each read as it is unpacked: the first one may only link to the others. */
final class Kmz {
    private static final int MOST_ENTRIES = 10_000;

    /** Bytes unpacked in all. */
    private static final long MOST = 16L << 30;

    private Kmz() {}

    /** @param in supports marks */
    static boolean isZip(InputStream in) throws IOException {
        in.mark(4);
        byte[] head = in.readNBytes(4);
        in.reset();
        return head.length == 4 && head[0] == 'P' && head[1] == 'K' && head[2] == 3 && head[3] == 4;
    }

    /** Reads one document. */
    @FunctionalInterface
    interface Reader {
        void read(InputStream document) throws IOException, DamagedFile;
    }

    static void documents(String file, InputStream in, Reader reader) throws IOException, DamagedFile {
        boolean any = false;
        try (ZipInputStream zip = new ZipInputStream(in)) {
            Limited content = new Limited(zip);
            for (int i = 0; i < MOST_ENTRIES; i++) {
                ZipEntry entry = zip.getNextEntry();
                if (entry == null) {
                    break;
                }
                if (entry.getName().toLowerCase(Locale.ROOT).endsWith(".kml")) {
                    any = true;
                    reader.read(content);
                }
            }
        } catch (ZipException | EOFException | IllegalArgumentException e) {
            throw new DamagedFile(ProblemCode.ARCHIVE_DAMAGED, file + " is damaged and cannot be unpacked.");
        }
        if (!any) {
            throw new DamagedFile(ProblemCode.NO_DATASET, "There is no .kml in " + file + ".");
        }
    }

    private static final class Limited extends FilterInputStream {
        private long bytes;

        Limited(InputStream in) {
            super(in);
        }

        @Override
        public int read() throws IOException {
            count(1);
            return super.read();
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            int got = super.read(buffer, offset, length);
            count(Math.max(0, got));
            return got;
        }

        /** Parsers close what they read, and there may be more documents. */
        @Override
        public void close() {}

        private void count(int got) {
            bytes += got;
            if (bytes > MOST) {
                throw new IllegalStateException("unpacks to more than " + MOST + " bytes");
            }
        }
    }
}
