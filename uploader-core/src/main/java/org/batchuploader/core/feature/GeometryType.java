package org.batchuploader.core.feature;

/** The one type all geometries of a dataset have; what may have several parts always says so. */
public enum GeometryType {
    POINT(1, "Point"),
    MULTI_POINT(4, "MultiPoint"),
    MULTI_LINE_STRING(5, "MultiLineString"),
    MULTI_POLYGON(6, "MultiPolygon");

    private final int code;
    private final String title;

    GeometryType(int code, String title) {
        this.code = code;
        this.title = title;
    }

    /** Its number in well-known binary. */
    public int code() {
        return code;
    }

    /** Its name in OGC Simple Features. */
    public String title() {
        return title;
    }
}
