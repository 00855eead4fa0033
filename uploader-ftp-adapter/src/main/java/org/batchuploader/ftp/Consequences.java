package org.batchuploader.ftp;

import java.util.Objects;
import java.util.stream.Collectors;
import org.batchuploader.core.desk.UploadDetails;
import org.batchuploader.core.publish.Layer;
import org.batchuploader.core.upload.Dataset;

/** What will happen because of a command, said in its reply. */
final class Consequences {
    private Consequences() {}

    /** "layer roads", "layers a, b", or nothing. */
    static String layers(UploadDetails upload) {
        String names = upload.datasets().stream()
                .map(Dataset::layer)
                .filter(Objects::nonNull)
                .map(upload.layers()::get)
                .filter(Objects::nonNull)
                .map(Layer::name)
                .distinct()
                .collect(Collectors.joining(", "));
        return names.isEmpty() ? "" : (names.contains(", ") ? "layers " : "layer ") + names;
    }
}
