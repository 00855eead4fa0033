package org.batchuploader.geotools.csv;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.List;
import java.util.Optional;
import org.batchuploader.core.inspect.DatasetFiles;
import org.batchuploader.core.inspect.Problem;
import org.batchuploader.core.inspect.SourceFile;
import org.batchuploader.geotools.charset.CharsetDeclaration;
import org.batchuploader.geotools.charset.CharsetVerdict;
import org.batchuploader.geotools.charset.TextEvidence;
import org.jspecify.annotations.Nullable;

/**
 * A table of text and the charset it is in: as its owner chose, as its byte order mark says, else as for any table.
 *
 * @param mark bytes of the byte order mark
 */
record TextFile(SourceFile file, Charset charset, int mark, Optional<Problem> problem) {
    private record Mark(Charset charset, int length) {}

    static TextFile of(SourceFile file, DatasetFiles files, @Nullable String chosen) throws IOException {
        Optional<Mark> mark = mark(file);
        int length = mark.map(Mark::length).orElse(0);
        if (mark.isPresent() && chosen == null) {
            return new TextFile(file, mark.get().charset(), length, Optional.empty());
        }
        var evidence = new TextEvidence(CharsetDeclaration.of(files, 0, chosen));
        List<byte[]> header = new Cells(evidence).look(file.path(), length);
        CharsetVerdict verdict = CharsetVerdict.of(evidence, file.name(), header, null);
        return new TextFile(file, verdict.charset(), length, verdict.problem());
    }

    private static Optional<Mark> mark(SourceFile file) throws IOException {
        byte[] head;
        try (InputStream in = Files.newInputStream(file.path())) {
            head = in.readNBytes(3);
        }
        int first = head.length < 2 ? 0 : (head[0] & 0xFF) << 8 | (head[1] & 0xFF);
        return switch (first) {
            case 0xEFBB ->
                Optional.of(new Mark(StandardCharsets.UTF_8, 3))
                        .filter(m -> head.length == 3 && head[2] == (byte) 0xBF);
            case 0xFFFE -> Optional.of(new Mark(StandardCharsets.UTF_16LE, 2));
            case 0xFEFF -> Optional.of(new Mark(StandardCharsets.UTF_16BE, 2));
            default -> Optional.empty();
        };
    }

    Reader open() throws IOException {
        InputStream in = Files.newInputStream(file.path());
        in.skipNBytes(mark);
        return new InputStreamReader(in, charset);
    }
}
