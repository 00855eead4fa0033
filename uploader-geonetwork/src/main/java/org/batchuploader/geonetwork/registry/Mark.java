package org.batchuploader.geonetwork.registry;

import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import org.batchuploader.core.id.LayerId;
import org.batchuploader.core.name.LayerName;
import org.batchuploader.core.publish.Placement;
import org.batchuploader.core.publish.Publication;

/**
 * How a record of ours is told from somebody else's with the same identifier, as a harvester may have brought one: the
 * resource it describes is our layer. Written {@code uuid/layer} in a placement.
 *
 * @param uuid of the record
 * @param resource identifier of the data in it
 */
record Mark(String uuid, String resource) {
    private static final String PREFIX = "batch-uploader:";
    private static final Pattern UUID = Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");
    private static final Pattern LAYER = Pattern.compile("[A-Za-z0-9_-]{1,80}");

    static String of(LayerId layer) {
        return PREFIX + layer.value();
    }

    /** @throws IllegalArgumentException when a name or identifier is not ours */
    static Mark of(Publication publication) {
        if (!LayerName.isValid(publication.name())) {
            throw new IllegalArgumentException("not a name of a layer: " + publication.name());
        }
        return parse(publication.identifier() + "/" + publication.layer().value());
    }

    /** @throws IllegalArgumentException when the reference was not made here */
    static Mark of(Placement placement) {
        return parse(placement.ref());
    }

    private static Mark parse(String ref) {
        String[] parts = ref.split("/", -1);
        if (parts.length != 2
                || !UUID.matcher(parts[0]).matches()
                || !LAYER.matcher(parts[1]).matches()) {
            throw new IllegalArgumentException("not a reference to a record: " + ref);
        }
        return new Mark(parts[0], PREFIX + parts[1]);
    }

    String ref() {
        return uuid + "/" + resource.substring(PREFIX.length());
    }

    /** Whether that record describes our layer. */
    boolean isIn(byte[] record) {
        return new String(record, StandardCharsets.UTF_8).contains(">" + resource + "<");
    }
}
