package org.batchuploader.geotools.raster;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.batchuploader.core.inspect.Correction;
import org.batchuploader.core.inspect.DatasetFiles;
import org.batchuploader.core.inspect.Envelope;
import org.batchuploader.core.inspect.Inspection;
import org.batchuploader.core.inspect.Problem;
import org.batchuploader.core.inspect.ProblemCode;
import org.batchuploader.geotools.DamagedFile;
import org.batchuploader.geotools.crs.CrsFinding;
import org.batchuploader.geotools.crs.CrsIdentifier;
import org.batchuploader.geotools.crs.PrjFile;

/** Inspects GeoTIFFs, ASCII grids and pictures with a world file, without decoding a pixel. */
public final class RasterInspector {
    private final CrsIdentifier identifier;

    public RasterInspector(CrsIdentifier identifier) {
        this.identifier = identifier;
    }

    /** Whether there is a raster among the files. */
    public static boolean isRaster(DatasetFiles files) {
        return RasterFile.of(files).isPresent();
    }

    public Inspection inspect(DatasetFiles files, Correction correction) throws IOException {
        RasterFile raster = RasterFile.of(files).orElseThrow();
        try {
            return inspect(raster, raster.inspected(), correction);
        } catch (DamagedFile e) {
            return new Inspection(raster.format(), null, null, null, null, null, List.of(e.problem()));
        }
    }

    private Inspection inspect(RasterFile raster, RasterHeader header, Correction correction) throws IOException {
        Placement placement = Placement.of(raster, header);
        List<Problem> problems = new ArrayList<>(header.problems());
        problems.addAll(placement.problems());
        if (placement.georeference().isEmpty()) {
            problems.add(Problem.of(
                    ProblemCode.NOT_GEOREFERENCED,
                    raster.image().name() + " does not say where on the earth its pixels lie."));
            return new Inspection(header.format(), null, header.description(), null, null, null, problems);
        }
        Envelope extent = placement
                .georeference()
                .get()
                .extent(header.description().width(), header.description().height());
        CrsFinding crs = crs(raster, header.keys(), placement, extent, correction);
        problems.addAll(crs.problems());
        return new Inspection(
                header.format(), null, header.description(), extent, crs.geographicExtent(), crs.crs(), problems);
    }

    private CrsFinding crs(RasterFile raster, GeoKeys keys, Placement placement, Envelope extent, Correction correction)
            throws IOException {
        String prj = placement.srs().isEmpty() ? PrjFile.read(raster.files().find("prj")) : placement.srs();
        if (correction.crs() != null
                || (!prj.isEmpty() && (keys.isEmpty() || !placement.srs().isEmpty()))) {
            return identifier.identify(prj, extent, correction.crs());
        }
        if (keys.isEmpty()) {
            String file = raster.image().name();
            return identifier.missing("Neither %s nor a file beside it says".formatted(file), extent);
        }
        if (keys.code().isPresent()) {
            return identifier.identify("EPSG:" + keys.code().getAsInt(), extent, null);
        }
        if (keys.esri().isPresent()) {
            return identifier.identify(keys.esri().get(), extent, null);
        }
        return GeoKeyCrs.of(keys)
                .map(crs -> identifier.identify(crs, extent))
                .orElseGet(() -> identifier.identify("user-defined geokeys", extent, null));
    }

    /** Corners of the image in its own coordinates, x and y in turn, for its footprint. */
    public static double[] footprint(DatasetFiles files) throws IOException, DamagedFile {
        RasterFile raster = RasterFile.of(files).orElseThrow();
        RasterHeader header = raster.header();
        return Placement.of(raster, header)
                .georeference()
                .orElseThrow(() -> new DamagedFile(
                        ProblemCode.NOT_GEOREFERENCED, raster.image().name() + " is not georeferenced."))
                .corners(header.description().width(), header.description().height());
    }
}
