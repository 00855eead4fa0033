package org.batchuploader.core.publish;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.batchuploader.core.id.LayerId;
import org.batchuploader.core.inspect.DatasetFiles;
import org.batchuploader.core.inspect.Inspection;
import org.batchuploader.core.user.Owner;
import org.jspecify.annotations.Nullable;

/**
 * All that a step needs to know of a layer.
 *
 * @param name the layer's safe and unique name; the only one that may reach a remote system as an identifier
 * @param inspection has a CRS and no blocking problem
 * @param files the data to publish
 * @param delivered the data as delivered; the same files where they are fit to be published
 * @param thumbnail a PNG, absent when there is none
 * @param links of the steps before
 * @param identifier universal (UUID): the portal's where it gave one, else made from the layer's; the same for a layer's whole life
 *     with one portal
 * @param folder where the owner delivered it, {@code ""} at the top; the first of its names may say for which group
 * @param placements where the layer is already, by step; empty for a new one
 */
public record Publication(
        LayerId layer,
        String name,
        String title,
        Owner owner,
        Inspection inspection,
        DatasetFiles files,
        DatasetFiles delivered,
        @Nullable Path thumbnail,
        List<Link> links,
        String identifier,
        String folder,
        Map<Step, Placement> placements,
        Instant at) {
    public Publication {
        links = List.copyOf(links);
        placements = Map.copyOf(placements);
    }

    /** The group it is delivered for: the owner's own that the folder names, else the owner's first; empty without any. */
    public Optional<String> group() {
        String outermost = folder.replaceFirst("/.*", "");
        return owner.groups().stream()
                .filter(outermost::equalsIgnoreCase)
                .findFirst()
                .or(() -> owner.groups().stream().findFirst());
    }

    /** Of the text in the files to publish, see {@link Inspection#publishedCharset}. */
    public @Nullable String charset() {
        return inspection.publishedCharset();
    }
}
