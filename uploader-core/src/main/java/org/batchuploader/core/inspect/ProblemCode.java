package org.batchuploader.core.inspect;

import org.jspecify.annotations.Nullable;

/** The stable codes of problems. A code never changes its meaning; new ones may come. */
public enum ProblemCode {
    CRS_MISSING(Severity.MENDABLE, CorrectionKind.CRS, "Choose the coordinate reference system the data is in."),
    CRS_UNRECOGNISED(Severity.MENDABLE, CorrectionKind.CRS, "Choose the coordinate reference system the data is in."),
    CRS_AMBIGUOUS(Severity.MENDABLE, CorrectionKind.CRS, "Choose which of the candidates is meant."),
    PART_MISSING(Severity.MENDABLE, CorrectionKind.FILE, "Deliver the missing file to the same folder."),
    SHX_REBUILT(Severity.INFO, null, "Nothing needs to be done."),
    /** Something about the form of a file was wrong and is put right in what is published; nothing is lost by it. */
    FILE_REPAIRED(Severity.INFO, null, "Nothing needs to be done; the files are kept as you delivered them."),
    /** A column whose values are not in the delivered table. */
    FIELD_LEFT_OUT(Severity.INFO, null, "To have it too, export the dataset with texts of up to 254 characters."),
    RECORD_DAMAGED(Severity.FATAL, null, "Export the dataset again from its source and deliver it anew."),
    CHARSET_GUESSED(Severity.INFO, null, "If accents look wrong, choose another character set."),
    CHARSET_INVALID(
            Severity.MENDABLE, CorrectionKind.CHARSET, "Choose the character set the attributes are written in."),
    NAME_TAKEN(Severity.MENDABLE, CorrectionKind.NAME, "Choose another name, or allow your own layer to be replaced."),
    NAME_CHANGED(Severity.INFO, null, "Nothing needs to be done; rename it if you like."),
    /** The layer is published in another format than was delivered. */
    CONVERTED(Severity.INFO, null, "Nothing needs to be done; the delivered file stays as it is."),
    /** Something of the content has no place in the layer. */
    CONTENT_CUT(Severity.WARNING, null, "Nothing is lost: the delivered file stays as it is."),
    /** The delivered style is drawn in part, or not at all. */
    STYLE_CHANGED(
            Severity.WARNING,
            null,
            "Deliver a style (.sld) without what is named, or have an administrator style the layer."),
    NOT_GEOREFERENCED(
            Severity.FATAL, null, "Save the image with its georeferencing, or deliver its world file with it."),
    EXTENT_IMPLAUSIBLE(Severity.WARNING, null, "Check that the coordinate reference system is the right one."),
    EMPTY_DATASET(Severity.FATAL, null, "Deliver a dataset that has content."),
    NO_DATASET(
            Severity.FATAL,
            null,
            "Deliver a shapefile (.shp, .shx, .dbf), a GeoPackage, GeoJSON, CSV, KML, GML, FlatGeobuf or GeoTIFF, or a zip."),
    FORMAT_UNSUPPORTED(Severity.FATAL, null, "Convert it to a GeoPackage, shapefile or GeoTIFF and deliver that."),
    ARCHIVE_TOO_LARGE(Severity.FATAL, null, "Deliver it in several smaller archives."),
    ARCHIVE_DAMAGED(Severity.FATAL, null, "Make the archive anew and deliver it again."),
    ARCHIVE_ENCRYPTED(Severity.FATAL, null, "Make the archive anew without a password."),
    QUOTA_EXCEEDED(Severity.FATAL, null, "Remove uploads you no longer need, or ask for a larger quota."),
    REMOTE_REFUSED(Severity.FATAL, null, "Read the reason given; when it is mended, try again."),
    REMOTE_UNAVAILABLE(Severity.FATAL, null, "Nothing is wrong with the data. Try again later."),
    INTERNAL_ERROR(Severity.FATAL, null, "This is our mistake. Try again; if it stays, tell the administrator.");

    private final Severity severity;
    private final @Nullable CorrectionKind awaits;
    private final String hint;

    ProblemCode(Severity severity, @Nullable CorrectionKind awaits, String hint) {
        this.severity = severity;
        this.awaits = awaits;
        this.hint = hint;
    }

    /** How much it matters, unless the finding says otherwise. */
    public Severity severity() {
        return severity;
    }

    public @Nullable CorrectionKind awaits() {
        return awaits;
    }

    /** What the owner can do. */
    public String hint() {
        return hint;
    }
}
