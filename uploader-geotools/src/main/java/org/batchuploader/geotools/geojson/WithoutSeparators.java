package org.batchuploader.geotools.geojson;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** Makes blanks of the record separators of RFC 8142, which may stand between values and nowhere else in JSON. */
final class WithoutSeparators extends FilterInputStream {
    private static final byte SEPARATOR = 0x1E;

    WithoutSeparators(InputStream in) {
        super(in);
    }

    @Override
    public int read() throws IOException {
        int b = super.read();
        return b == SEPARATOR ? ' ' : b;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        int got = super.read(bytes, offset, length);
        for (int i = offset; i < offset + got; i++) {
            if (bytes[i] == SEPARATOR) {
                bytes[i] = ' ';
            }
        }
        return got;
    }
}
