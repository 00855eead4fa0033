package org.batchuploader.core.pipeline;

import org.batchuploader.core.upload.Dataset;
import org.batchuploader.core.user.Owner;

/**
 * A dataset on its way through the registries.
 *
 * @param dataset inspected, with its layer once that is reserved
 * @param owner as the user directory knows them
 * @param folder it was delivered to
 * @param quiet whether it only comes back to its place, which its owner need not be told
 */
record Passage(Dataset dataset, Owner owner, String folder, boolean quiet) {
    Passage with(Dataset newer) {
        return new Passage(newer, owner, folder, quiet);
    }
}
