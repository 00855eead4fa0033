package org.batchuploader.geotools.raster;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.batchuploader.core.inspect.CoordinateReferenceSystem;
import org.batchuploader.core.inspect.DatasetFiles;
import org.batchuploader.core.inspect.Format;
import org.batchuploader.core.inspect.Inspection;
import org.batchuploader.core.inspect.Part;
import org.batchuploader.core.inspect.PartSink;
import org.batchuploader.core.inspect.RasterDescription;
import org.batchuploader.geotools.DamagedFile;

/**
 * Makes a GeoTIFF of what a registry would not take as it is: grids, pictures, and TIFFs whose place is said beside them.
 */
public final class RasterPreparation {
    private RasterPreparation() {}

    /** Nothing for a GeoTIFF that says itself where it lies. */
    public static List<Part> prepare(DatasetFiles files, Inspection inspection, PartSink sink)
            throws IOException, DamagedFile {
        RasterFile raster = RasterFile.of(files).orElseThrow();
        RasterHeader header = raster.header();
        Placement placement = Placement.of(raster, header);
        CoordinateReferenceSystem crs = inspection.crs();
        if (placement.georeference().isEmpty() || crs == null || isFit(raster, placement)) {
            return List.of();
        }
        var tags = new GeoTags(placement.georeference().get(), crs.code());
        String name = files.base() + ".tif";
        switch (raster.format()) {
            case JPEG -> {
                try (InputStream in = JpegTiff.open(raster.image(), JpegHeader.read(raster.image()), tags)) {
                    return List.of(sink.store(name, in));
                }
            }
            case GEOTIFF -> {
                try (InputStream in = RetaggedTiff.open(raster.image(), tags)) {
                    return List.of(sink.store(name, in));
                }
            }
            default -> {
                try (PixelRows rows = rows(raster, described(inspection))) {
                    return List.of(convert(rows, tags, name, sink));
                }
            }
        }
    }

    private static RasterDescription described(Inspection inspection) {
        return Objects.requireNonNull(inspection.raster());
    }

    private static boolean isFit(RasterFile raster, Placement placement) {
        return raster.format() == Format.GEOTIFF && !placement.fromSidecar();
    }

    /** The pixels of what has to be decoded to be drawn or converted. */
    static PixelRows rows(RasterFile raster, RasterDescription description) throws IOException, DamagedFile {
        return raster.format() == Format.PNG
                ? new PngRows(raster.image())
                : new ArcGridRows(
                        raster.image(),
                        description.bands().get(0).equals(SampleKind.INT32.title())
                                ? SampleKind.INT32
                                : SampleKind.FLOAT32);
    }

    private static Part convert(PixelRows rows, GeoTags tags, String name, PartSink sink)
            throws IOException, DamagedFile {
        Path converted = Files.createTempFile("raster", ".tif");
        try {
            GeoTiffWriter.write(rows, tags, converted);
            try (InputStream in = Files.newInputStream(converted)) {
                return sink.store(name, in);
            }
        } finally {
            Files.deleteIfExists(converted);
        }
    }
}
