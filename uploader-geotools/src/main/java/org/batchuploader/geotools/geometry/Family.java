package org.batchuploader.geotools.geometry;

/** What can be in one layer together: registries and shapefiles hold one family only. */
public enum Family {
    POINT("points", "Point"),
    LINE("lines", "LineString"),
    POLYGON("polygons", "Polygon");

    private final String word;
    private final String title;

    Family(String word, String title) {
        this.word = word;
        this.title = title;
    }

    /** {@code points}, {@code lines} or {@code polygons}. */
    public String word() {
        return word;
    }

    /** As the description of a vector dataset names it. */
    public String title() {
        return title;
    }
}
