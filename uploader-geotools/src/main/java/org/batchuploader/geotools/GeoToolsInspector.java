package org.batchuploader.geotools;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Optional;
import javax.imageio.ImageIO;
import org.batchuploader.core.inspect.CoordinateReferenceSystem;
import org.batchuploader.core.inspect.Correction;
import org.batchuploader.core.inspect.CrsHabits;
import org.batchuploader.core.inspect.DatasetFiles;
import org.batchuploader.core.inspect.DatasetInspector;
import org.batchuploader.core.inspect.Discovery;
import org.batchuploader.core.inspect.Envelope;
import org.batchuploader.core.inspect.FirstLook;
import org.batchuploader.core.inspect.Format;
import org.batchuploader.core.inspect.Inspection;
import org.batchuploader.core.inspect.Part;
import org.batchuploader.core.inspect.PartSink;
import org.batchuploader.core.inspect.Problem;
import org.batchuploader.core.inspect.ProblemCode;
import org.batchuploader.core.inspect.SourceFile;
import org.batchuploader.core.inspect.VectorDescription;
import org.batchuploader.geotools.archive.ArchiveLimits;
import org.batchuploader.geotools.archive.Discoverer;
import org.batchuploader.geotools.arrival.Arrivals;
import org.batchuploader.geotools.crs.CrsIdentifier;
import org.batchuploader.geotools.crs.Transformer;
import org.batchuploader.geotools.format.VectorFormats;
import org.batchuploader.geotools.raster.RasterInspector;
import org.batchuploader.geotools.raster.RasterPicture;
import org.batchuploader.geotools.raster.RasterPreparation;
import org.batchuploader.geotools.render.GeoJsonExport;
import org.batchuploader.geotools.render.VectorPicture;
import org.batchuploader.geotools.shapefile.ShapefileInspector;
import org.batchuploader.geotools.sidecar.Sidecars;
import org.batchuploader.geotools.vector.Conversion;
import org.batchuploader.geotools.vector.VectorFormat;
import org.batchuploader.geotools.vector.VectorInspector;
import org.geotools.api.referencing.FactoryException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Inspects vector data and images, loose or in archives. Everything unforeseen that happens while data is read is the
 * data's fault and becomes {@code RECORD_DAMAGED}, with its stack trace in the log.
 */
public final class GeoToolsInspector implements DatasetInspector {
    private static final Logger LOG = LoggerFactory.getLogger(GeoToolsInspector.class);

    private final CrsIdentifier identifier = new CrsIdentifier();
    private final ShapefileInspector shapefiles = new ShapefileInspector(identifier);
    private final VectorInspector vectors = new VectorInspector(identifier);
    private final RasterInspector rasters = new RasterInspector(identifier);
    private final ArchiveLimits limits;
    private final Discoverer discoverer;

    public GeoToolsInspector() {
        this(ArchiveLimits.DEFAULT);
    }

    public GeoToolsInspector(ArchiveLimits limits) {
        this.limits = limits;
        this.discoverer = new Discoverer(limits);
    }

    @Override
    public FirstLook look(String fileName) {
        return Arrivals.at(fileName, limits);
    }

    @Override
    public Discovery discover(List<Delivered> files, PartSink sink) throws IOException {
        return discoverer.discover(files, sink);
    }

    @Override
    public Inspection inspect(DatasetFiles files, Correction correction, CrsHabits habits) throws IOException {
        try {
            Optional<VectorFormat> format = VectorFormats.of(files);
            Inspection inspection;
            if (format.isPresent()) {
                inspection = vectors.inspect(format.get(), files, correction);
            } else {
                inspection =
                        isRaster(files) ? rasters.inspect(files, correction) : shapefiles.inspect(files, correction);
            }
            return Sidecars.describe(files, identifier.prefer(habits, inspection));
        } catch (RuntimeException | StackOverflowError e) {
            LOG.atError().addKeyValue("dataset", files.base()).setCause(e).log("inspection failed");
            return Inspection.failed(Problem.of(
                    ProblemCode.RECORD_DAMAGED, "The files of %s cannot be made sense of.".formatted(files.base())));
        }
    }

    @Override
    public List<Part> prepare(DatasetFiles files, Inspection inspection, Correction correction, PartSink sink)
            throws IOException {
        Optional<VectorFormat> format = VectorFormats.of(files);
        if (format.isPresent()) {
            return Conversion.toShapefile(format.get(), files, inspection, correction, sink);
        }
        try {
            if (isRaster(files)) {
                return RasterPreparation.prepare(files, inspection, sink);
            }
            return inspection.format() == Format.SHAPEFILE
                    ? shapefiles.prepare(files, inspection, correction, sink)
                    : List.of();
        } catch (DamagedFile | RuntimeException e) {
            throw new IOException("%s cannot be prepared".formatted(files.base()), e);
        }
    }

    /** A shapefile may have a picture beside it. */
    private static boolean isRaster(DatasetFiles files) {
        return files.find("shp").isEmpty() && RasterInspector.isRaster(files);
    }

    @Override
    public boolean thumbnail(DatasetFiles files, Inspection inspection, int pixels, OutputStream png)
            throws IOException {
        Optional<BufferedImage> picture;
        try {
            picture = draw(files, inspection, pixels);
        } catch (DamagedFile | RuntimeException e) {
            LOG.atWarn().addKeyValue("dataset", files.base()).setCause(e).log("no picture");
            return false;
        }
        return picture.isPresent() && ImageIO.write(picture.get(), "png", png);
    }

    private static Optional<BufferedImage> draw(DatasetFiles files, Inspection inspection, int pixels)
            throws IOException, DamagedFile {
        VectorDescription vector = inspection.vector();
        Envelope extent = inspection.extent();
        Optional<SourceFile> shp = files.find("shp");
        if (vector != null && extent != null && shp.isPresent()) {
            return Optional.of(VectorPicture.draw(shp.get(), extent, vector.count(), pixels));
        }
        return inspection.raster() != null && isRaster(files)
                ? RasterPicture.draw(files, inspection, pixels)
                : Optional.empty();
    }

    @Override
    public long geoJson(DatasetFiles files, Inspection inspection, long limit, OutputStream json) throws IOException {
        CoordinateReferenceSystem crs = inspection.crs();
        if (crs == null) {
            throw new IllegalArgumentException(files.base() + " has no coordinate reference system");
        }
        try {
            Transformer transformer = Transformer.from(crs.code());
            VectorDescription vector = published(inspection);
            if (vector != null && files.find("shp").isEmpty()) {
                return 0;
            }
            return vector != null
                    ? GeoJsonExport.shapes(files, vector, transformer, limit, json)
                    : GeoJsonExport.footprint(RasterInspector.footprint(files), files.base(), transformer, json);
        } catch (DamagedFile | FactoryException | RuntimeException e) {
            throw new IOException("%s cannot be written as GeoJSON".formatted(files.base()), e);
        }
    }

    private static @Nullable VectorDescription published(Inspection inspection) {
        VectorDescription vector = inspection.vector();
        return vector == null
                ? null
                : new VectorDescription(
                        vector.geometryType(),
                        vector.count(),
                        vector.fields(),
                        inspection.publishedCharset(),
                        vector.sample());
    }

    @Override
    public Optional<CoordinateReferenceSystem> crs(String code) {
        return identifier.find(code);
    }
}
