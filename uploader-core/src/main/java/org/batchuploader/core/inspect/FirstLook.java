package org.batchuploader.core.inspect;

import java.nio.ByteBuffer;

/**
 * A look at one file while its bytes arrive, so that a hopeless one is refused before it has filled the disk. It refuses
 * only what no correction and no repair could ever make a dataset of; everything else is left to the inspection. Bounded
 * in memory, and quick: it runs between network and disk. Used by one thread at a time.
 */
public interface FirstLook {
    /** Refuses nothing. */
    FirstLook NONE = new FirstLook() {
        @Override
        public void see(ByteBuffer bytes) {}

        @Override
        public void end() {}
    };

    /** Sees the next bytes, whose position is left as it is. */
    void see(ByteBuffer bytes) throws ArrivalRefused;

    /** The file ended here. */
    void end() throws ArrivalRefused;
}
