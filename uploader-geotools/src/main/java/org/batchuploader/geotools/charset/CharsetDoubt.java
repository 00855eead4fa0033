package org.batchuploader.geotools.charset;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.batchuploader.core.inspect.Envelope;
import org.batchuploader.core.inspect.Problem;
import org.batchuploader.core.inspect.ProblemCode;
import org.batchuploader.core.inspect.Severity;
import org.jspecify.annotations.Nullable;

/** A table whose bytes have to be asked, and what is said about the answer. */
final class CharsetDoubt {
    /** What it takes to overrule a declaration. */
    private static final double STRONG = 0.995;

    private static final int ENOUGH_TEXTS = 4;

    /** Below this the owner should have a look. */
    private static final double DOUBTFUL = 0.8;

    private final TextEvidence evidence;
    private final String table;
    private final List<CharsetGuess> guesses;

    CharsetDoubt(TextEvidence evidence, String table, @Nullable Envelope area) {
        this.evidence = evidence;
        this.table = table;
        this.guesses = CharsetRanking.rank(evidence.foreign(), evidence.plain(), area, leaning(evidence)).stream()
                .filter(guess -> evidence.fits(new ByteReader(guess.charset())))
                .toList();
    }

    private static Optional<Charset> leaning(TextEvidence evidence) {
        CharsetDeclaration declaration = evidence.declaration();
        return declaration.weight() == CharsetDeclaration.Weight.TABLE ? declaration.charset() : Optional.empty();
    }

    private CharsetGuess best() {
        return guesses.isEmpty() ? new CharsetGuess(StandardCharsets.ISO_8859_1, 0, "und") : guesses.get(0);
    }

    /** What the bytes look like, with that problem. */
    CharsetVerdict because(Problem problem) {
        return new CharsetVerdict(best().charset(), best().confidence(), guesses, Optional.of(problem));
    }

    /** Whether the bytes speak strongly for another reading. */
    boolean isContradicted(Charset said) {
        boolean unicode = best().charset().equals(StandardCharsets.UTF_8);
        return best().confidence() >= STRONG
                && (unicode || evidence.foreign().size() >= ENOUGH_TEXTS)
                && !readsSame(said);
    }

    /** Whether the language driver says something definite, and the bytes say the same. */
    boolean isAgreed() {
        CharsetDeclaration declaration = evidence.declaration();
        return declaration.isDefinite() && readsSame(agreed());
    }

    Charset agreed() {
        return evidence.declaration().charset().orElse(best().charset());
    }

    private boolean readsSame(Charset said) {
        return evidence.foreign().stream()
                .allMatch(cell -> new String(cell, said).equals(new String(cell, best().charset())));
    }

    /** Says where the text is not in the declared set, or that the declared one is unknown. */
    Problem invalid(List<byte[]> fields) {
        CharsetDeclaration declaration = evidence.declaration();
        TextEvidence.Misfit misfit = evidence.misfit();
        return Problem.of(
                ProblemCode.CHARSET_INVALID,
                misfit == null
                        ? "%s says \"%s\", which is no character set we know; the text looks like %s."
                                .formatted(declaration.source(), declaration.name(), candidates())
                        : "%s says %s, but %s of %s is not written in it; it looks like %s."
                                .formatted(
                                        declaration.source(),
                                        declaration.name(),
                                        place(misfit, fields),
                                        table,
                                        candidates()));
    }

    private String place(TextEvidence.Misfit misfit, List<byte[]> fields) {
        if (misfit.row() == 0 || misfit.field() >= fields.size()) {
            return "the name of column %d".formatted(misfit.field() + 1);
        }
        String field = new String(fields.get(misfit.field()), best().charset());
        return "the text of \"%s\" in row %d".formatted(printable(field), misfit.row());
    }

    /** Says that the declaration is not believed, with an example of both readings. */
    Problem overruled(Charset said) {
        CharsetDeclaration declaration = evidence.declaration();
        byte[] example = evidence.foreign().get(0);
        return Problem.of(
                        ProblemCode.CHARSET_GUESSED,
                        "%s says %s, but the text of %s was read as %s: \"%s\" instead of \"%s\"."
                                .formatted(
                                        declaration.source(),
                                        declaration.name(),
                                        table,
                                        candidates(),
                                        printable(new String(example, best().charset())),
                                        printable(new String(example, said))))
                .withSeverity(Severity.WARNING);
    }

    Problem guessed() {
        return Problem.of(
                        ProblemCode.CHARSET_GUESSED,
                        "%s does not say for certain which character set its text is in; it was read as %s."
                                .formatted(table, candidates()))
                .withSeverity(best().confidence() < DOUBTFUL ? Severity.WARNING : Severity.INFO);
    }

    Optional<Problem> twiceEncoded() {
        return TwiceEncoded.find(evidence.foreign()).map(found -> Problem.of(
                        ProblemCode.CHARSET_GUESSED,
                        "The text of %s was put into UTF-8 twice before it came here: \"%s\" was once \"%s\"."
                                .formatted(table, printable(found.now()), printable(found.once())))
                .withSeverity(Severity.WARNING));
    }

    private String candidates() {
        if (guesses.isEmpty()) {
            return "no character set we know";
        }
        long percent = Math.min(99, (long) (100 * best().confidence()));
        String first = "%s (%d %% sure)".formatted(best().charset().name(), percent);
        List<String> others = guesses.stream()
                .skip(1)
                .limit(2)
                .map(guess -> guess.charset().name())
                .toList();
        return others.isEmpty() || percent > 98 ? first : first + ", else " + String.join(" or ", others);
    }

    private static String printable(String text) {
        return text.strip().replaceAll("\\p{Cntrl}", "?");
    }
}
