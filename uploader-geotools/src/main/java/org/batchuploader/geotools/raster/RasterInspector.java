package org.batchuploader.geotools.raster;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.batchuploader.core.inspect.Correction;
import org.batchuploader.core.inspect.DatasetFiles;
import org.batchuploader.core.inspect.Envelope;
import org.batchuploader.core.inspect.Format;
import org.batchuploader.core.inspect.Inspection;
import org.batchuploader.core.inspect.Problem;
import org.batchuploader.core.inspect.ProblemCode;
import org.batchuploader.core.inspect.SourceFile;
import org.batchuploader.geotools.DamagedFile;
import org.batchuploader.geotools.crs.CrsFinding;
import org.batchuploader.geotools.crs.CrsIdentifier;
import org.batchuploader.geotools.crs.PrjFile;

/** Inspects a GeoTIFF, or a TIFF with a world file, without decoding a pixel. */
public final class RasterInspector {
    private final CrsIdentifier identifier;

    public RasterInspector(CrsIdentifier identifier) {
        this.identifier = identifier;
    }

    /** The image file of a raster dataset. */
    public static Optional<SourceFile> image(DatasetFiles files) {
        return files.find("tif").or(() -> files.find("tiff"));
    }

    public Inspection inspect(DatasetFiles files, Correction correction) throws IOException {
        try {
            SourceFile file = image(files).orElseThrow();
            TiffImage image = TiffReader.read(file);
            GeoKeys keys = GeoKeys.of(image);
            Optional<Georeference> georeference = Georeference.of(image, keys.isPixelPoint(), files);
            if (georeference.isEmpty()) {
                Problem problem = Problem.of(
                        ProblemCode.NOT_GEOREFERENCED,
                        file.name() + " does not say where on the earth its pixels lie.");
                return new Inspection(Format.GEOTIFF, null, image.description(), null, null, null, List.of(problem));
            }
            Envelope extent = georeference.get().extent(image.width(), image.height());
            CrsFinding crs = crs(files, file, keys, extent, correction);
            return new Inspection(
                    Format.GEOTIFF,
                    null,
                    image.description(),
                    extent,
                    crs.geographicExtent(),
                    crs.crs(),
                    crs.problems());
        } catch (DamagedFile e) {
            return new Inspection(Format.GEOTIFF, null, null, null, null, null, List.of(e.problem()));
        }
    }

    private CrsFinding crs(DatasetFiles files, SourceFile file, GeoKeys keys, Envelope extent, Correction correction)
            throws IOException {
        String prj = PrjFile.read(files.find("prj"));
        if (correction.crs() != null || (keys.isEmpty() && !prj.isEmpty())) {
            return identifier.identify(prj, extent, correction.crs());
        }
        if (keys.isEmpty()) {
            return identifier.missing("%s has no CRS in its geokeys, so nothing says".formatted(file.name()), extent);
        }
        if (keys.code().isPresent()) {
            return identifier.identify("EPSG:" + keys.code().getAsInt(), extent, null);
        }
        if (keys.esri().isPresent()) {
            return identifier.identify(keys.esri().get(), extent, null);
        }
        return UserDefinedCrs.read(file)
                .map(crs -> identifier.identify(crs, extent))
                .orElseGet(() -> identifier.identify("user-defined geokeys", extent, null));
    }

    /** Corners of the image in its own coordinates, x and y in turn, for its footprint. */
    public static double[] footprint(DatasetFiles files) throws IOException, DamagedFile {
        TiffImage image = TiffReader.read(image(files).orElseThrow());
        return Georeference.of(image, GeoKeys.of(image).isPixelPoint(), files)
                .orElseThrow(
                        () -> new DamagedFile(ProblemCode.NOT_GEOREFERENCED, image.name() + " is not georeferenced."))
                .corners(image.width(), image.height());
    }
}
