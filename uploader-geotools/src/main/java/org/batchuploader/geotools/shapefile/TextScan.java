package org.batchuploader.geotools.shapefile;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What the bytes of a table's text allow to say about its charset, learned row by row. */
final class TextScan implements TextCells {
    private final @Nullable CharsetDecoder declared;
    private final CharsetDecoder utf8 = strict(StandardCharsets.UTF_8);
    private final CharsetDecoder western = strict(Charset.forName("windows-1252"));
    private final CharBuffer out = CharBuffer.allocate(1 << 16);
    private boolean foreign;
    private boolean fitsUtf8 = true;
    private boolean fitsWestern = true;
    private long misfitRow;

    /** @param declared charset to be checked against, absent when nothing is declared */
    TextScan(Optional<Charset> declared) {
        this.declared = declared.map(TextScan::strict).orElse(null);
    }

    private static CharsetDecoder strict(Charset charset) {
        return charset.newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
    }

    @Override
    public void name(byte[] bytes, int from, int to, DbfColumn column) {
        cell(bytes, from, to, 0, column);
    }

    @Override
    public void cell(byte[] bytes, int from, int to, long row, DbfColumn column) {
        foreign = true;
        ByteBuffer value = ByteBuffer.wrap(bytes, from, to - from);
        fitsUtf8 = fitsUtf8 && fits(utf8, value);
        fitsWestern = fitsWestern && fits(western, value);
        if (declared != null && misfitRow == 0 && !fits(declared, value)) {
            misfitRow = row;
        }
    }

    /** A character that the column's width cuts off at the end is no fault. */
    private boolean fits(CharsetDecoder decoder, ByteBuffer value) {
        out.clear();
        decoder.reset();
        return !decoder.decode(value.duplicate(), out, false).isError();
    }

    /** Whether there is any byte beyond ASCII. */
    boolean isForeign() {
        return foreign;
    }

    boolean fitsUtf8() {
        return fitsUtf8;
    }

    /** The first row whose text is not in the declared charset, 0 for none. */
    long misfitRow() {
        return misfitRow;
    }

    /** What it most likely is, going by the bytes alone. */
    Charset guess() {
        if (fitsUtf8) {
            return StandardCharsets.UTF_8;
        }
        return fitsWestern ? western.charset() : StandardCharsets.ISO_8859_1;
    }
}
