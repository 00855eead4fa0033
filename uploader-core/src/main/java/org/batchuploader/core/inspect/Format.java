package org.batchuploader.core.inspect;

/** Formats a dataset can have. */
public enum Format {
    SHAPEFILE("ESRI Shapefile"),
    GEOPACKAGE("GeoPackage"),
    GEOJSON("GeoJSON"),
    CSV("CSV table"),
    KML("KML"),
    GML("GML"),
    FLATGEOBUF("FlatGeobuf"),
    GEOTIFF("GeoTIFF"),
    ARC_GRID("ASCII grid"),
    JPEG("JPEG with world file"),
    PNG("PNG with world file");

    private final String title;

    Format(String title) {
        this.title = title;
    }

    public String title() {
        return title;
    }
}
