package org.batchuploader.core.pipeline;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import org.batchuploader.core.bundle.PartName;
import org.batchuploader.core.inspect.CodeFile;
import org.batchuploader.core.inspect.Correction;
import org.batchuploader.core.inspect.DatasetInspector;
import org.batchuploader.core.inspect.Part;
import org.batchuploader.core.staging.StagingArea;

/** Corrections that came as files, see {@link CodeFile}. */
public final class CodeFiles {
    private final StagingArea staging;
    private final DatasetInspector inspector;

    public CodeFiles(StagingArea staging, DatasetInspector inspector) {
        this.staging = staging;
        this.inspector = inspector;
    }

    /**
     * What a file that came later says of the CRS, on top of what was known: a code is the owner's choice, and a {@code .prj} takes an
     * earlier choice back. Anything else says nothing.
     */
    public Correction later(Correction known, Part part) {
        PartName name = PartName.of(part.name());
        if (name.extension().equals("prj")) {
            return known.withoutCrs();
        }
        return code(part).map(code -> known.with(Correction.crs(code))).orElse(known);
    }

    /** What a dataset's own files say, where its owner has chosen nothing. */
    Correction among(Correction known, List<Part> parts) {
        return known.crs() != null
                ? known
                : parts.stream()
                        .flatMap(part -> code(part).stream())
                        .findFirst()
                        .map(code -> known.with(Correction.crs(code)))
                        .orElse(known);
    }

    private Optional<String> code(Part part) {
        if (!PartName.of(part.name()).isCode()) {
            return Optional.empty();
        }
        try (InputStream in = staging.read(part.blob(), 0)) {
            return CodeFile.code(in.readNBytes(CodeFile.LONGEST + 1), inspector);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
