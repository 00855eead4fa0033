package org.batchuploader.core.bundle;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * A file name taken apart into the base name that its bundle shares and the part it plays.
 *
 * @param base {@code roads} of {@code roads.shp.xml}; in the case given
 * @param extension in lower case, {@code shp.xml}; {@code ""} when there is none
 */
public record PartName(String base, String extension) {
    /** Parts that a shapefile cannot do without. */
    public static final List<String> SHAPEFILE_REQUIRED = List.of("shp", "shx", "dbf");

    private static final Set<String> SHAPEFILE = Set.of(
            "shp", "shx", "dbf", "prj", "epsg", "cpg", "cst", "sbn", "sbx", "qix", "fbn", "fbx", "ain", "aih", "atx",
            "ixs", "mxs", "qpj", "qmd", "qml", "sld", "shp.xml", "xml");

    private static final Set<String> RASTER = Set.of("tif", "tiff", "asc", "jpg", "jpeg", "png");

    /** Rasters that say nothing of where they lie unless a sidecar does. */
    private static final Set<String> PICTURES = Set.of("jpg", "jpeg", "png");

    private static final Set<String> RASTER_SIDECARS = Set.of(
            "tfw",
            "tifw",
            "tiffw",
            "wld",
            "tif.aux.xml",
            "tiff.aux.xml",
            "tif.ovr",
            "tiff.ovr",
            "tif.xml",
            "tiff.xml",
            "xml",
            "asc.aux.xml",
            "jgw",
            "jpgw",
            "jpegw",
            "jpg.aux.xml",
            "jpeg.aux.xml",
            "pgw",
            "pngw",
            "png.aux.xml",
            "aux.xml",
            "rrd");

    private static final Set<String> ARCHIVES =
            Set.of("zip", "7z", "tar", "tar.gz", "tgz", "tar.bz2", "tbz2", "tbz", "tar.xz", "txz", "gz", "bz2", "xz");

    /** Files that hold features all by themselves. */
    private static final Set<String> SELF_CONTAINED =
            Set.of("geojson", "json", "geojsonl", "geojsons", "ndjson", "ndgeojson", "gpkg", "kml", "kmz", "fgb");

    /** Files of features that may have sidecars, by those they may have. */
    private static final Map<String, Set<String>> ACCOMPANIED = Map.of(
            "csv", Set.of("csvt", "prj", "epsg"), "tsv", Set.of("csvt", "prj", "epsg"), "gml", Set.of("xsd", "gfs"));

    private static final Set<String> TEMPORARY =
            Set.of("part", "partial", "filepart", "tmp", "temp", "crdownload", "uploading", "upload", "lock", "swp");

    /** The longer one first where one ends in another. */
    private static final List<String> DOUBLE_EXTENSIONS = List.of(
            "shp.xml",
            "tif.aux.xml",
            "tiff.aux.xml",
            "asc.aux.xml",
            "jpg.aux.xml",
            "jpeg.aux.xml",
            "png.aux.xml",
            "aux.xml",
            "tif.ovr",
            "tiff.ovr",
            "tif.xml",
            "tiff.xml",
            "tar.gz",
            "tar.bz2",
            "tar.xz");

    /** Takes a file name apart; any text is fine. */
    public static PartName of(String fileName) {
        String lower = fileName.toLowerCase(Locale.ROOT);
        for (String extension : DOUBLE_EXTENSIONS) {
            if (lower.length() > extension.length() + 1 && lower.endsWith("." + extension)) {
                return new PartName(fileName.substring(0, fileName.length() - extension.length() - 1), extension);
            }
        }
        int dot = fileName.lastIndexOf('.');
        if (dot <= 0) {
            return new PartName(fileName, "");
        }
        return new PartName(fileName.substring(0, dot), lower.substring(dot + 1));
    }

    public boolean isArchive() {
        return ARCHIVES.contains(extension);
    }

    public boolean isRaster() {
        return RASTER.contains(extension);
    }

    /** A raster that may be nothing but a picture. */
    public boolean isPicture() {
        return PICTURES.contains(extension);
    }

    /** A file of features in another format than the shapefile's. */
    public boolean isFeatureFile() {
        return SELF_CONTAINED.contains(extension) || ACCOMPANIED.containsKey(extension);
    }

    /** A file of features that no sidecar belongs to. */
    public boolean isSelfContained() {
        return SELF_CONTAINED.contains(extension);
    }

    /** Metadata of what lies beside it, or anything else: alone it waits for nothing. */
    boolean isAnyXml() {
        return extension.equals("xml");
    }

    /** Something that accompanies a file of features and nothing else. */
    public boolean isSidecarOfFeatures() {
        return !placesAnything() && ACCOMPANIED.values().stream().anyMatch(sidecars -> sidecars.contains(extension));
    }

    /** Whether it accompanies that file of features. */
    public boolean accompanies(PartName features) {
        return ACCOMPANIED.getOrDefault(features.extension(), Set.of()).contains(extension);
    }

    /** A part of any dataset there can be. */
    public boolean isOfDataset() {
        return isOfShapefile() || isRaster() || isFeatureFile() || isSidecar();
    }

    /** A part of a shapefile, required or not. */
    public boolean isOfShapefile() {
        return SHAPEFILE.contains(extension);
    }

    /** Something that may accompany a raster; a {@code .prj} serves shapefiles and rasters. */
    public boolean isSidecarOfRaster() {
        return RASTER_SIDECARS.contains(extension) || placesAnything();
    }

    /** Nothing but the code of a CRS, {@code EPSG:2056} or {@code 2056}. */
    public boolean isCode() {
        return extension.equals("epsg");
    }

    /** Says which CRS a dataset of any kind is in. */
    private boolean placesAnything() {
        return extension.equals("prj") || isCode();
    }

    /** A sidecar that may say where a raster lies: a world file or GDAL's auxiliary metadata. */
    public boolean placesRaster() {
        return RASTER_SIDECARS.contains(extension)
                && (extension.endsWith("w") || extension.endsWith("aux.xml") || extension.equals("wld"));
    }

    /** Something that means nothing without the file it accompanies. */
    public boolean isSidecar() {
        return RASTER_SIDECARS.contains(extension)
                || isSidecarOfFeatures()
                || (isOfShapefile() && !extension.equals("shp"));
    }

    /** The file that the bundle is about: a {@code .shp}, a raster, another file of features, an archive. */
    public boolean isPrimary() {
        return extension.equals("shp") || isRaster() || isFeatureFile() || isArchive();
    }

    /** A name that a client gives while it still writes, to be renamed when done. */
    public boolean isTemporary() {
        return TEMPORARY.contains(extension) || extension.endsWith("~") || base.startsWith(".") || base.startsWith("~");
    }
}
