package org.batchuploader.geotools.flatgeobuf;

import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import org.batchuploader.core.inspect.Format;
import org.batchuploader.core.inspect.ProblemCode;
import org.batchuploader.core.inspect.SourceFile;
import org.batchuploader.geotools.DamagedFile;
import org.batchuploader.geotools.vector.FeatureSink;
import org.batchuploader.geotools.vector.StreamedFormat;
import org.batchuploader.geotools.vector.Told;
import org.jspecify.annotations.Nullable;

/** FlatGeobuf: one layer, its CRS in the header. */
public final class FlatGeobufFormat extends StreamedFormat {
    private static final int LARGEST_HEADER = 16 << 20;
    private static final int LARGEST_FEATURE = 128 << 20;

    public FlatGeobufFormat() {
        super(Format.FLATGEOBUF, "fgb");
    }

    @Override
    protected Told read(SourceFile file, InputStream in, @Nullable String charset, FeatureSink sink)
            throws IOException, DamagedFile {
        long size = Files.size(file.path());
        var data = new DataInputStream(in);
        try {
            magic(file, data.readNBytes(8));
            Header header = Header.of(FlatTable.root(record(data, size, LARGEST_HEADER)));
            data.skipNBytes(header.indexLength());
            long read = features(header, data, size, sink);
            if (header.count() > read) {
                throw new DamagedFile(
                        "%s is cut off: it has %d of %d features.".formatted(file.name(), read, header.count()));
            }
            return header.crs().isEmpty()
                    ? Told.silent("The header of %s does not say".formatted(file.name()), null, "UTF-8")
                    : Told.saying(header.crs(), "UTF-8");
        } catch (EOFException e) {
            throw new DamagedFile("%s is cut off.".formatted(file.name()));
        } catch (IndexOutOfBoundsException | java.nio.BufferUnderflowException e) {
            throw new DamagedFile("%s is damaged: a value goes beyond its record.".formatted(file.name()));
        }
    }

    private static long features(Header header, DataInputStream data, long size, FeatureSink sink)
            throws IOException, DamagedFile {
        FeatureReader features = new FeatureReader(header, sink);
        long read = 0;
        while (true) {
            data.mark(1);
            if (data.read() < 0) {
                return read;
            }
            data.reset();
            features.read(FlatTable.root(record(data, size, LARGEST_FEATURE)));
            read++;
        }
    }

    private static void magic(SourceFile file, byte[] magic) throws DamagedFile {
        boolean known = magic.length == 8 && magic[0] == 'f' && magic[1] == 'g' && magic[2] == 'b' && magic[3] == 3;
        if (!known) {
            throw new DamagedFile(
                    ProblemCode.FORMAT_UNSUPPORTED, "%s is not FlatGeobuf of version 3.".formatted(file.name()));
        }
    }

    private static ByteBuffer record(DataInputStream data, long size, int largest) throws IOException, DamagedFile {
        long length = Integer.reverseBytes(data.readInt()) & 0xFFFFFFFFL;
        if (length > largest || length > size) {
            throw new DamagedFile("It is damaged or cut off: a record says it is %d bytes long.".formatted(length));
        }
        byte[] bytes = data.readNBytes((int) length);
        if (bytes.length < length) {
            throw new EOFException();
        }
        return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    }
}
