package org.batchuploader.geotools.shapefile;

import java.io.IOException;
import java.util.Optional;
import org.batchuploader.core.inspect.ProblemCode;
import org.batchuploader.core.inspect.SourceFile;
import org.batchuploader.geotools.DamagedFile;

/**
 * The first hundred bytes of a {@code .shp} or {@code .shx}, as they are. What of them is wrong is told, not believed.
 *
 * @param length of the file in bytes, as the header says
 * @param typeNumber of all shapes that are not null, as the header says
 */
record ShpHeader(
        int fileCode, long length, int version, int typeNumber, double minX, double minY, double maxX, double maxY) {
    static final int SIZE = 100;
    static final int FILE_CODE = 9994;
    static final int VERSION = 1000;
    static final int LENGTH_AT = 24;

    /** Reads the header of a {@code .shp}, refusing what is something else. */
    static ShpHeader read(FileWindow file, SourceFile source) throws IOException, DamagedFile {
        if (file.size() < 4) {
            throw notAShapefile(source);
        }
        if (file.size() < SIZE) {
            int start = file.at(0, 4);
            if (Bytes.bigInt(file.bytes(), start) != FILE_CODE) {
                throw notAShapefile(source);
            }
            throw new DamagedFile("%s ends at byte %d, within its header.".formatted(source.name(), file.size()));
        }
        ShpHeader header = of(file);
        boolean otherwiseSound = header.version == VERSION && header.type().isPresent();
        if (header.fileCode != FILE_CODE && !otherwiseSound) {
            throw notAShapefile(source);
        }
        return header;
    }

    static ShpHeader of(FileWindow file) throws IOException {
        int at = file.at(0, SIZE);
        byte[] bytes = file.bytes();
        return new ShpHeader(
                Bytes.bigInt(bytes, at),
                2 * (Bytes.bigInt(bytes, at + LENGTH_AT) & 0xFFFFFFFFL),
                Bytes.littleInt(bytes, at + 28),
                Bytes.littleInt(bytes, at + 32),
                Bytes.littleDouble(bytes, at + 36),
                Bytes.littleDouble(bytes, at + 44),
                Bytes.littleDouble(bytes, at + 52),
                Bytes.littleDouble(bytes, at + 60));
    }

    private static DamagedFile notAShapefile(SourceFile source) throws IOException {
        return new DamagedFile(
                ProblemCode.FORMAT_UNSUPPORTED,
                source.name() + " is not a shapefile" + Signature.of(source.path()) + ".");
    }

    Optional<ShapeType> type() {
        return ShapeType.of(typeNumber);
    }
}
