package org.batchuploader.core.publish;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
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
 * @param replaces whether a layer of this id was published before
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
        boolean replaces,
        Instant at) {
    public Publication {
        links = List.copyOf(links);
    }

    /** Of the text in the files to publish, see {@link Inspection#publishedCharset}. */
    public @Nullable String charset() {
        return inspection.publishedCharset();
    }
}
