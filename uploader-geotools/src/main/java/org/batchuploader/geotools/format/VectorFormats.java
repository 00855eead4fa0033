package org.batchuploader.geotools.format;

import java.util.List;
import java.util.Optional;
import org.batchuploader.core.inspect.DatasetFiles;
import org.batchuploader.geotools.csv.CsvFormat;
import org.batchuploader.geotools.flatgeobuf.FlatGeobufFormat;
import org.batchuploader.geotools.geojson.GeoJsonFormat;
import org.batchuploader.geotools.geopackage.GeoPackageFormat;
import org.batchuploader.geotools.gml.GmlFormat;
import org.batchuploader.geotools.kml.KmlFormat;
import org.batchuploader.geotools.vector.VectorFormat;

/** The formats of vector data besides the shapefile. */
public final class VectorFormats {
    private static final List<VectorFormat> ALL = List.of(
            new GeoPackageFormat(),
            new GeoJsonFormat(),
            new CsvFormat(),
            new KmlFormat(),
            new GmlFormat(),
            new FlatGeobufFormat());

    private VectorFormats() {}

    /** @param extension in lower case, without dot */
    public static Optional<VectorFormat> of(String extension) {
        return ALL.stream()
                .filter(format -> format.extensions().contains(extension))
                .findFirst();
    }

    /** The format of a dataset's files; absent when they are a shapefile or a raster. */
    public static Optional<VectorFormat> of(DatasetFiles files) {
        return ALL.stream()
                .filter(format -> format.extensions().stream()
                        .anyMatch(extension -> files.find(extension).isPresent()))
                .findFirst();
    }
}
