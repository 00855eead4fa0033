package org.batchuploader.geonetwork.registry;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Pattern;
import org.batchuploader.core.id.LayerId;
import org.batchuploader.core.name.LayerName;
import org.batchuploader.core.publish.Placement;
import org.batchuploader.core.publish.Publication;
import org.batchuploader.core.publish.Step;
import org.jspecify.annotations.Nullable;

/**
 * How a record of ours is told from somebody else's with the same identifier, as a harvester may have brought one: the
 * resource it describes is our layer. Written {@code uuid/layer} in a placement, and {@code uuid/layer/uuid} as long as the
 * layer's record under an earlier identifier has to go.
 *
 * @param uuid of the record
 * @param resource identifier of the data in it
 * @param left identifier of the record that the layer had before its portal gave it another; absent when there is none
 */
record Mark(String uuid, String resource, @Nullable String left) {
    static final String PREFIX = "batch-uploader:";
    /** The identifier of a layer of ours in a record. */
    static final Pattern RESOURCE = Pattern.compile(">\\s*(batch-uploader:[A-Za-z0-9_-]{1,80})\\s*<");

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
        Mark now = of(publication.identifier() + "/" + publication.layer().value());
        return Optional.ofNullable(publication.placements().get(Step.METADATA))
                .flatMap(before -> read(before.ref()))
                .filter(before -> before.resource.equals(now.resource))
                .map(before ->
                        new Mark(now.uuid, now.resource, before.uuid.equals(now.uuid) ? before.left : before.uuid))
                .orElse(now);
    }

    /** @throws IllegalArgumentException when the reference was not made here */
    static Mark of(Placement placement) {
        return of(placement.ref());
    }

    private static Mark of(String ref) {
        return read(ref).orElseThrow(() -> new IllegalArgumentException("not a reference to a record: " + ref));
    }

    /** Empty when it was not made here, as when another registry was configured before. */
    static Optional<Mark> read(String ref) {
        String[] parts = ref.split("/", -1);
        boolean ours = (parts.length == 2
                        || (parts.length == 3 && UUID.matcher(parts[2]).matches()))
                && UUID.matcher(parts[0]).matches()
                && LAYER.matcher(parts[1]).matches();
        return ours
                ? Optional.of(new Mark(parts[0], PREFIX + parts[1], parts.length == 3 ? parts[2] : null))
                : Optional.empty();
    }

    String ref() {
        String own = uuid + "/" + resource.substring(PREFIX.length());
        return left == null ? own : own + "/" + left;
    }

    /** The record under the earlier identifier. */
    Optional<Mark> before() {
        return Optional.ofNullable(left).map(earlier -> new Mark(earlier, resource, null));
    }

    /** There is no earlier record any more. */
    Mark settled() {
        return new Mark(uuid, resource, null);
    }

    /** Whether that record describes our layer. */
    boolean isIn(byte[] record) {
        return new String(record, StandardCharsets.UTF_8).contains(">" + resource + "<");
    }
}
