package org.batchuploader.geotools.charset;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.batchuploader.core.inspect.Envelope;
import org.batchuploader.core.inspect.Problem;
import org.jspecify.annotations.Nullable;

/**
 * Which character set a table is read in, and what its owner has to know about it. The owner's choice is final. A file's
 * declaration is followed unless the text contradicts it: bytes that are not in the declared set are the owner's to settle
 * ({@code CHARSET_INVALID}); a Western name on text that clearly is something else is not believed, because programs write
 * that name unasked, and the owner is warned. A language driver byte only leans the scales.
 *
 * @param confidence in [0, 1]
 * @param candidates what it may be, best first; empty when nothing had to be guessed
 */
public record CharsetVerdict(
        Charset charset, double confidence, List<CharsetGuess> candidates, Optional<Problem> problem) {
    public CharsetVerdict {
        candidates = List.copyOf(candidates);
    }

    /**
     * @param table the file's name, for sentences
     * @param fields the columns' names as bytes, to say where something is wrong
     * @param area what the data is about, EPSG:4326 and longitude first; its languages become likelier
     */
    public static CharsetVerdict of(TextEvidence evidence, String table, List<byte[]> fields, @Nullable Envelope area) {
        CharsetDeclaration declaration = evidence.declaration();
        Charset said = declaration.charset().orElse(StandardCharsets.UTF_8);
        if (!evidence.isForeign()) {
            return settled(said);
        }
        boolean misfit = declaration.charset().isEmpty() || evidence.misfit() != null;
        if (declaration.weight() == CharsetDeclaration.Weight.CHOSEN && !misfit) {
            return settled(said);
        }
        var doubt = new CharsetDoubt(evidence, table, area);
        return switch (declaration.weight()) {
            case CHOSEN, FILE -> misfit ? doubt.because(doubt.invalid(fields)) : declared(said, evidence, doubt);
            case TABLE -> misfit || doubt.isContradicted(said) ? doubt.because(doubt.overruled(said)) : leaning(doubt);
            case NONE -> doubt.because(doubt.guessed());
        };
    }

    private static CharsetVerdict leaning(CharsetDoubt doubt) {
        return doubt.isAgreed() ? settled(doubt.agreed()) : doubt.because(doubt.guessed());
    }

    private static CharsetVerdict declared(Charset said, TextEvidence evidence, CharsetDoubt doubt) {
        if (said.equals(StandardCharsets.UTF_8)) {
            return new CharsetVerdict(said, 1, List.of(), doubt.twiceEncoded());
        }
        boolean suspect = evidence.fitsUtf8() || evidence.declaration().isStamped();
        if (suspect && doubt.isContradicted(said)) {
            return doubt.because(doubt.overruled(said));
        }
        Charset western = Charset.forName("windows-1252");
        boolean quotes = said.equals(StandardCharsets.ISO_8859_1)
                && evidence.hasControls()
                && evidence.fits(new ByteReader(western));
        return settled(quotes ? western : said);
    }

    private static CharsetVerdict settled(Charset charset) {
        return new CharsetVerdict(charset, 1, List.of(), Optional.empty());
    }
}
