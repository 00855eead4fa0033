package org.batchuploader.core.inspect;

import java.nio.file.Path;

/**
 * A part at hand for reading.
 *
 * @param name as delivered; says the file's role by its extension
 * @param path a local file, named by us; its name says nothing
 */
public record SourceFile(String name, Path path) {}
