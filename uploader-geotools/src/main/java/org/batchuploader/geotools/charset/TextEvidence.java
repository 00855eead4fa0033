package org.batchuploader.geotools.charset;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the bytes of a table's texts show about their character set, gathered cell by cell: whether all are UTF-8, the
 * first that is not in the declared set, and a bounded sample. Costs next to nothing for ASCII. Not thread-safe.
 */
public final class TextEvidence {
    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final long HIGH_BITS = 0x8080808080808080L;

    /** A cell that is not in the declared set. The row counts from 1, 0 for the names of the columns; the field from 0. */
    record Misfit(long row, int field) {}

    private final CharsetDeclaration declaration;
    private final @Nullable ByteReader declared;
    private final boolean declaredUtf8;
    private final CellSample foreign = new CellSample();
    private final CellSample plain = new CellSample();
    private final long[] seen = new long[256];
    private boolean fitsUtf8 = true;
    private @Nullable Misfit misfit;

    public TextEvidence(CharsetDeclaration declaration) {
        this.declaration = declaration;
        this.declared = declaration.charset().map(ByteReader::new).orElse(null);
        this.declaredUtf8 =
                declaration.charset().filter(StandardCharsets.UTF_8::equals).isPresent();
    }

    /** Whether cells without a byte beyond ASCII still tell something; when not, they need not be shown. */
    public boolean wantsPlain() {
        return !plain.isFull();
    }

    /**
     * Looks at one cell, with or without padding.
     *
     * @param row from 1; 0 for the names of the columns
     * @param field from 0
     */
    public void look(byte[] bytes, int offset, int length, long row, int field) {
        if (isAscii(bytes, offset, length)) {
            if (wantsPlain()) {
                plain.add(bytes, offset, trimmed(bytes, offset, length));
            }
            return;
        }
        int end = trimmed(bytes, offset, length);
        if (isAscii(bytes, offset, end)) {
            return;
        }
        foreign.add(bytes, offset, end);
        for (int i = offset; i < offset + end; i++) {
            seen[bytes[i] & 0xFF]++;
        }
        fitsUtf8 = fitsUtf8 && Utf8.fits(bytes, offset, end);
        if (declared != null && misfit == null) {
            boolean fits = declaredUtf8 ? fitsUtf8 : declared.read(bytes, offset, end);
            misfit = fits ? null : new Misfit(row, field);
        }
    }

    private static boolean isAscii(byte[] bytes, int offset, int length) {
        int at = offset;
        int end = offset + length;
        for (; at + 8 <= end; at += 8) {
            if (((long) LONGS.get(bytes, at) & HIGH_BITS) != 0) {
                return false;
            }
        }
        for (; at < end; at++) {
            if (bytes[at] < 0) {
                return false;
            }
        }
        return true;
    }

    /** Up to the first zero byte, without spaces behind. */
    private static int trimmed(byte[] bytes, int offset, int length) {
        int end = 0;
        while (end < length && bytes[offset + end] != 0) {
            end++;
        }
        while (end > 0 && bytes[offset + end - 1] == ' ') {
            end--;
        }
        return end;
    }

    CharsetDeclaration declaration() {
        return declaration;
    }

    /** Whether there is any byte beyond ASCII. */
    boolean isForeign() {
        return !foreign.cells().isEmpty();
    }

    boolean fitsUtf8() {
        return fitsUtf8;
    }

    @Nullable Misfit misfit() {
        return misfit;
    }

    List<byte[]> foreign() {
        return foreign.cells();
    }

    List<byte[]> plain() {
        return plain.cells();
    }

    /** Whether every byte of every text is a character of that set; of a set of several bytes the sample only. */
    boolean fits(ByteReader reader) {
        if (reader.charset().equals(StandardCharsets.UTF_8)) {
            return fitsUtf8;
        }
        if (!reader.isSingle()) {
            return foreign.cells().stream().allMatch(cell -> reader.read(cell, 0, cell.length));
        }
        for (int b = 0x80; b < 0x100; b++) {
            if (seen[b] > 0 && reader.character(b) < 0) {
                return false;
            }
        }
        return true;
    }

    /** Whether bytes are there that ISO-8859-1 has for control characters and windows-1252 for letters and quotes. */
    boolean hasControls() {
        for (int b = 0x80; b < 0xA0; b++) {
            if (seen[b] > 0) {
                return true;
            }
        }
        return false;
    }
}
