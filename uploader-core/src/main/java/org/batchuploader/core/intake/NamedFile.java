package org.batchuploader.core.intake;

import org.batchuploader.core.staging.StagedFile;

/**
 * A sealed file and what its sender calls it.
 *
 * @param name canonical, see {@link org.batchuploader.core.name.FileName}
 */
public record NamedFile(String name, StagedFile file) {}
