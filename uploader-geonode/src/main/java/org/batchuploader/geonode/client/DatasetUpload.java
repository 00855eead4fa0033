package org.batchuploader.geonode.client;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import java.util.regex.Pattern;
import org.batchuploader.remote.Multipart;
import org.batchuploader.remote.RemoteException;
import org.batchuploader.remote.StreamedBody;

/**
 * Files on their way to {@link GeoNodeClient#upload}. GeoNode names the dataset after the files' common stem and takes lower-case
 * extensions only.
 */
public final class DatasetUpload {
    private static final Pattern STEM = Pattern.compile("[a-z][a-z0-9_]{0,62}");
    private static final List<String> NEEDED = List.of("dbf", "shx", "prj");

    private final Multipart form = new Multipart();
    private final Set<String> parts = new HashSet<>();
    private final String stem;
    private final String extension;

    private DatasetUpload(String stem, String extension, StreamedBody content) {
        if (!STEM.matcher(stem).matches()) {
            throw new IllegalArgumentException("not a name for a dataset: \"" + stem + "\"");
        }
        this.stem = stem;
        this.extension = extension;
        add("base_file", extension, content);
        // GeoNode 4.4 asks for "source", 5 for "action"; each leaves the other alone.
        form.field("source", "upload");
    }

    /** @param stem at most 63 lower-case letters, digits and underscores, beginning with a letter */
    public static DatasetUpload shapefile(String stem, StreamedBody shp) {
        return new DatasetUpload(stem, "shp", shp);
    }

    /** @param stem as for {@link #shapefile} */
    public static DatasetUpload geoTiff(String stem, StreamedBody tiff) {
        return new DatasetUpload(stem, "tif", tiff);
    }

    /**
     * A part of a shapefile, of which {@code dbf}, {@code shx} and {@code prj} are needed and {@code cpg} says the charset of its text;
     * or of any dataset an {@code sld} with its style, and an {@code xml} with its metadata as ISO 19139. One that GeoNode
     * cannot read makes it refuse the whole.
     */
    public DatasetUpload part(String part, StreamedBody content) {
        parts.add(part);
        add(part + "_file", part, content);
        return this;
    }

    /** In place of a dataset that was uploaded with the same stem. */
    public DatasetUpload replacing(long pk) {
        form.field("action", "replace");
        form.field("overwrite_existing_layer", "true");
        form.field("resource_pk", Long.toString(pk));
        return this;
    }

    /** The name that GeoNode knows the upload by. */
    public String fileName() {
        return stem + "." + extension;
    }

    /** Bytes that are sent; empty when a part does not say. */
    public OptionalLong length() {
        try {
            return form.length();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read what is to be sent to GeoNode", e);
        }
    }

    Multipart form() {
        for (String part : NEEDED) {
            if (extension.equals("shp") && !parts.contains(part)) {
                throw new RemoteException.Refused(
                        GeoNodeClient.SYSTEM, "GeoNode takes no shapefile without its ." + part + ".");
            }
        }
        return form;
    }

    private void add(String field, String part, StreamedBody content) {
        form.file(field, stem + "." + part, "application/octet-stream", content);
    }
}
