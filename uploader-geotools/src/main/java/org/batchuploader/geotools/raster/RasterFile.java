package org.batchuploader.geotools.raster;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.batchuploader.core.bundle.PartName;
import org.batchuploader.core.inspect.DatasetFiles;
import org.batchuploader.core.inspect.Format;
import org.batchuploader.core.inspect.Problem;
import org.batchuploader.core.inspect.ProblemCode;
import org.batchuploader.core.inspect.Severity;
import org.batchuploader.core.inspect.SourceFile;
import org.batchuploader.geotools.DamagedFile;

/**
 * The file of a raster dataset that holds its pixels.
 *
 * @param files it and its sidecars
 */
record RasterFile(SourceFile image, DatasetFiles files) {
    static Optional<RasterFile> of(DatasetFiles files) {
        return files.files().stream()
                .filter(f -> PartName.of(f.name()).isRaster())
                .findFirst()
                .map(image -> new RasterFile(image, files));
    }

    Format format() {
        String extension = PartName.of(image.name()).extension();
        return switch (extension.toLowerCase(Locale.ROOT)) {
            case "asc" -> Format.ARC_GRID;
            case "jpg", "jpeg" -> Format.JPEG;
            case "png" -> Format.PNG;
            default -> Format.GEOTIFF;
        };
    }

    /** The header, after a look at all of a text, and at all pixels that nobody checks before they are converted. */
    RasterHeader inspected() throws IOException, DamagedFile {
        return switch (format()) {
            case ARC_GRID -> ArcGridHeader.scan(image).header();
            case PNG -> {
                PngRows.check(image);
                yield header();
            }
            default -> header();
        };
    }

    RasterHeader header() throws IOException, DamagedFile {
        return switch (format()) {
            case ARC_GRID -> ArcGridHeader.read(image).header();
            case JPEG -> JpegHeader.read(image).header();
            case PNG -> PngHeader.read(image).header();
            default -> tiff();
        };
    }

    private RasterHeader tiff() throws IOException, DamagedFile {
        TiffImages images = TiffReader.read(image);
        TiffImage first = images.first();
        GeoKeys keys = GeoKeys.of(first);
        List<Problem> problems = new ArrayList<>();
        first.codec().problem(image.name()).ifPresent(problems::add);
        if (images.furtherPages() > 0) {
            problems.add(Problem.of(
                            ProblemCode.FORMAT_UNSUPPORTED,
                            "%s holds %d images; only the first is published."
                                    .formatted(image.name(), images.furtherPages() + 1))
                    .withSeverity(Severity.WARNING));
        }
        overviews().ifPresent(problems::add);
        return new RasterHeader(
                Format.GEOTIFF,
                first.description(),
                Georeference.ofTags(first, keys.isPixelPoint()).orElse(null),
                keys,
                problems);
    }

    /** Overviews in a file of their own speed others up; here they are only looked at. */
    private Optional<Problem> overviews() throws IOException {
        Optional<SourceFile> ovr = files.find("ovr");
        if (ovr.isEmpty()) {
            return Optional.empty();
        }
        try {
            TiffReader.read(ovr.get());
            return Optional.empty();
        } catch (DamagedFile e) {
            return Optional.of(Problem.of(
                            ProblemCode.RECORD_DAMAGED,
                            "The overviews in %s are damaged and not used."
                                    .formatted(ovr.get().name()))
                    .withSeverity(Severity.WARNING));
        }
    }
}
