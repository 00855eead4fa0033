package org.batchuploader.core.pipeline;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.batchuploader.core.id.BlobId;
import org.batchuploader.core.inspect.DatasetFiles;
import org.batchuploader.core.inspect.Part;
import org.batchuploader.core.inspect.SourceFile;
import org.batchuploader.core.staging.StagedFile;
import org.batchuploader.core.staging.StagedWrite;
import org.batchuploader.core.staging.StagingArea;
import org.batchuploader.core.upload.Dataset;
import org.jspecify.annotations.Nullable;

/** Between the staging area's blobs and the files that inspection reads and makes. */
final class Parts {
    private final StagingArea staging;

    Parts(StagingArea staging) {
        this.staging = staging;
    }

    /** Writes into a stream; false means that there is nothing to keep. */
    interface Maker {
        boolean write(OutputStream out) throws IOException;
    }

    DatasetFiles delivered(Dataset dataset) throws IOException {
        return new DatasetFiles(dataset.name(), dataset.member(), files(dataset.parts()));
    }

    DatasetFiles toPublish(Dataset dataset) throws IOException {
        return dataset.prepared().isEmpty()
                ? delivered(dataset)
                : new DatasetFiles(dataset.name(), files(dataset.prepared()));
    }

    private List<SourceFile> files(List<Part> parts) throws IOException {
        List<SourceFile> files = new ArrayList<>();
        for (Part part : parts) {
            files.add(file(part));
        }
        return files;
    }

    SourceFile file(Part part) throws IOException {
        return new SourceFile(part.name(), staging.localFile(part.blob()));
    }

    Part store(String name, InputStream content) throws IOException {
        try (StagedWrite write = staging.begin()) {
            byte[] buffer = new byte[1 << 16];
            for (int read = content.read(buffer); read >= 0; read = content.read(buffer)) {
                write.write(ByteBuffer.wrap(buffer, 0, read));
            }
            StagedFile file = write.seal();
            return new Part(name, file.blob(), file.size());
        }
    }

    /** A new blob with what the maker writes; absent when it wrote nothing. */
    @Nullable BlobId make(Maker maker) throws IOException {
        try (StagedWrite write = staging.begin()) {
            OutputStream out = Channels.newOutputStream(write);
            if (maker.write(out)) {
                out.flush();
                return write.seal().blob();
            }
            staging.delete(write.id());
            return null;
        }
    }

    /** The local file of a blob known to be there. */
    @Nullable Path path(@Nullable BlobId blob) {
        try {
            return blob == null ? null : staging.localFile(blob);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
