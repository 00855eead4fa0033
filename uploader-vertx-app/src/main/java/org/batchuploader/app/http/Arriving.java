package org.batchuploader.app.http;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.WritableByteChannel;
import org.batchuploader.core.inspect.FirstLook;
import org.batchuploader.core.staging.StagedFile;
import org.batchuploader.core.staging.StagedWrite;

/** A file of a form on its way to the staging area, looked at as it arrives. */
record Arriving(FirstLook look, StagedWrite write) implements WritableByteChannel {
    @Override
    public int write(ByteBuffer source) throws IOException {
        look.see(source);
        return write.write(source);
    }

    StagedFile seal() throws IOException {
        look.end();
        return write.seal();
    }

    @Override
    public boolean isOpen() {
        return write.isOpen();
    }

    @Override
    public void close() throws IOException {
        write.close();
    }
}
