package org.batchuploader.ftp;

import java.nio.charset.StandardCharsets;
import org.apache.mina.core.buffer.IoBuffer;
import org.apache.mina.core.session.IoSession;
import org.apache.mina.filter.codec.ProtocolCodecFactory;
import org.apache.mina.filter.codec.ProtocolDecoder;
import org.apache.mina.filter.codec.ProtocolEncoder;
import org.apache.mina.filter.codec.ProtocolEncoderAdapter;
import org.apache.mina.filter.codec.ProtocolEncoderOutput;
import org.apache.mina.filter.codec.textline.TextLineDecoder;

/** Command lines in, replies out, both in UTF-8. */
final class CommandCodec implements ProtocolCodecFactory {
    /** The longest command line in bytes; the longest path fits. */
    static final int LONGEST_LINE = 4 * 1024;

    private final TextLineDecoder decoder = new TextLineDecoder(StandardCharsets.UTF_8);

    private final ProtocolEncoder encoder = new ProtocolEncoderAdapter() {
        @Override
        public void encode(IoSession session, Object reply, ProtocolEncoderOutput out) {
            if (!(reply instanceof Look)) {
                out.write(IoBuffer.wrap(reply.toString().getBytes(StandardCharsets.UTF_8)));
            }
        }
    };

    CommandCodec() {
        decoder.setMaxLineLength(LONGEST_LINE);
    }

    /** Drops half a line that has come. */
    void forget(IoSession session) throws Exception {
        decoder.dispose(session);
    }

    @Override
    public ProtocolDecoder getDecoder(IoSession session) {
        return decoder;
    }

    @Override
    public ProtocolEncoder getEncoder(IoSession session) {
        return encoder;
    }
}
