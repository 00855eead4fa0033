package org.batchuploader.geotools.format;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.batchuploader.core.inspect.Problem;
import org.batchuploader.core.inspect.ProblemCode;

/** Formats that are known by their extension and not read, and how to make something of them that is. */
public final class Unsupported {
    private record Known(String title, String how) {}

    private static final String OGR = "Convert it: ogr2ogr -f GPKG out.gpkg %s, or in QGIS: Export, Save Features As.";
    private static final Map<String, Known> KNOWN = new LinkedHashMap<>();

    static {
        add("a MapInfo table", OGR.formatted("in.tab"), "tab", "map", "dat", "mif", "mid");
        add("an Esri file geodatabase", OGR.formatted("in.gdb"), "gdb", "gdbtable", "gdbtablx", "gdbindexes");
        add("an Access geodatabase", OGR.formatted("in.mdb"), "mdb", "accdb");
        add("a DXF drawing", OGR.formatted("in.dxf") + " Choose its coordinate reference system with -a_srs.", "dxf");
        add("a DWG drawing", "Save it as DXF in its program, then: ogr2ogr -f GPKG out.gpkg in.dxf.", "dwg", "dgn");
        add("GeoParquet", OGR.formatted("in.parquet"), "parquet", "geoparquet");
        add("a SpatiaLite or other SQLite database", OGR.formatted("in.sqlite"), "sqlite", "db", "sqlite3");
        add("a GPS track", OGR.formatted("in.gpx"), "gpx");
        add("a spreadsheet", "Save it as CSV with columns for longitude and latitude.", "xlsx", "xls", "ods");
        add("TopoJSON", OGR.formatted("in.topojson"), "topojson");
        add("an ArcInfo export", OGR.formatted("in.e00"), "e00");
        add("OpenStreetMap data", OGR.formatted("in.osm.pbf"), "osm", "pbf");
        add(
                "a project, which only refers to data elsewhere",
                "Deliver the data themselves: in QGIS, Layer, Save As; in ArcGIS, Data, Export.",
                "qgz",
                "qgs",
                "mxd",
                "aprx",
                "lyr",
                "lyrx");
        add(
                "a virtual dataset, which only refers to data elsewhere",
                "Make a GeoTIFF or a GeoPackage of it: gdal_translate in.vrt out.tif, ogr2ogr -f GPKG out.gpkg in.vrt.",
                "vrt");
        add("a compressed image", "Convert it: gdal_translate in out.tif.", "ecw", "sid", "jp2", "img", "nc", "grib");
    }

    private Unsupported() {}

    private static void add(String title, String how, String... extensions) {
        for (String extension : extensions) {
            KNOWN.put(extension, new Known(title, how));
        }
    }

    /** @param extensions in lower case, with or without dot, of files that nothing can be made of */
    public static Problem problem(Collection<String> extensions) {
        return known(extensions)
                .orElseGet(() -> Problem.of(
                        ProblemCode.FORMAT_UNSUPPORTED,
                        "Files of type %s are not supported.".formatted(String.join(", ", extensions))));
    }

    /** The same of files in an archive that has nothing else. */
    public static Problem inArchive(String archive, Collection<String> extensions) {
        return known(extensions)
                .orElseGet(() -> Problem.of(
                        ProblemCode.NO_DATASET,
                        "%s holds no dataset, only files of type %s."
                                .formatted(archive, String.join(", ", extensions))));
    }

    private static Optional<Problem> known(Collection<String> extensions) {
        return KNOWN.entrySet().stream()
                .filter(known -> extensions.contains(known.getKey()) || extensions.contains("." + known.getKey()))
                .findFirst()
                .map(known -> Problem.of(
                                ProblemCode.FORMAT_UNSUPPORTED,
                                "The .%s file is %s, which is not supported."
                                        .formatted(
                                                known.getKey(), known.getValue().title()))
                        .withHint(known.getValue().how()));
    }
}
