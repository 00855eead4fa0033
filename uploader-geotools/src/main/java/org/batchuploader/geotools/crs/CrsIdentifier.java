package org.batchuploader.geotools.crs;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.batchuploader.core.inspect.CoordinateReferenceSystem;
import org.batchuploader.core.inspect.CrsCandidate;
import org.batchuploader.core.inspect.Envelope;
import org.batchuploader.core.inspect.Problem;
import org.batchuploader.core.inspect.ProblemCode;
import org.geotools.api.referencing.FactoryException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** From what a file says about its CRS, or does not say, to an EPSG code or to ranked candidates. Thread-safe. */
public final class CrsIdentifier {
    private static final Logger LOG = LoggerFactory.getLogger(CrsIdentifier.class);
    private static final Pattern CODE = Pattern.compile("(?i)\\s*(?:EPSG:{1,2})?(\\d{4,6})\\s*");

    /** A horizontal EPSG code that data can be in. */
    public Optional<CoordinateReferenceSystem> find(String code) {
        Matcher matcher = CODE.matcher(code);
        return matcher.matches()
                ? find(Integer.parseInt(matcher.group(1))).map(CrsIdentifier::named)
                : Optional.empty();
    }

    private static Optional<EpsgEntry> find(int code) {
        return Epsg.instance().find(code).filter(CrsIdentifier::isUsable);
    }

    private static boolean isUsable(EpsgEntry entry) {
        try {
            Epsg.instance().decode(entry.code());
            return true;
        } catch (FactoryException | RuntimeException e) {
            LOG.atInfo().addKeyValue("code", entry.code()).setCause(e).log("EPSG code that GeoTools cannot make");
            return false;
        }
    }

    private static CoordinateReferenceSystem named(EpsgEntry entry) {
        return new CoordinateReferenceSystem(entry.authorityCode(), entry.name());
    }

    /**
     * Identifies by text.
     *
     * @param text well-known text or an authority code, empty for none
     * @param extent of the data, in its own coordinates
     * @param chosen by the owner, which decides
     */
    public CrsFinding identify(String text, @Nullable Envelope extent, @Nullable String chosen) {
        if (chosen != null) {
            return chosen(chosen, extent);
        }
        return text.isEmpty()
                ? missing("There is no .prj file, so nothing says", extent)
                : identify(Wkt.of(text), extent);
    }

    /** Identifies what GeoTools made of something else than text. */
    public CrsFinding identify(
            org.geotools.api.referencing.crs.CoordinateReferenceSystem crs, @Nullable Envelope extent) {
        return identify(Wkt.of(crs), extent);
    }

    /** Nothing is said about the CRS; {@code because} begins the sentence. */
    public CrsFinding missing(String because, @Nullable Envelope extent) {
        Problem problem = Problem.of(
                ProblemCode.CRS_MISSING, because + " which coordinate reference system the coordinates are in.");
        return new CrsFinding(null, null, List.of(problem.withCandidates(byExtent(extent, Stream.of()))));
    }

    private CrsFinding chosen(String code, @Nullable Envelope extent) {
        return find(code)
                .map(crs -> known(Integer.parseInt(crs.code().substring(5)), extent))
                .orElseGet(() -> unrecognised(
                        "The code \"%s\" is no coordinate reference system that data can be in."
                                .formatted(printable(code)),
                        extent,
                        Stream.of()));
    }

    private CrsFinding identify(Wkt wkt, @Nullable Envelope extent) {
        var matcher = new CrsMatcher(Epsg.instance());
        Optional<EpsgEntry> coded = wkt.code().isPresent() ? find(wkt.code().getAsInt()) : Optional.empty();
        if (coded.isPresent()
                && wkt.parsed().map(crs -> matcher.same(crs, coded.get())).orElse(true)) {
            return known(coded.get().code(), extent);
        }
        CrsMatcher.Matches matches =
                wkt.parsed().map(crs -> matcher.find(crs, wkt.name())).orElseGet(() -> byName(wkt.name()));
        if (!matches.certain().isEmpty()) {
            return oneOf(matches.certain(), extent, wkt);
        }
        if (coded.isPresent()) {
            return known(coded.get().code(), extent);
        }
        String what = wkt.isText() ? "\"" + printable(wkt.name()) + "\"" : "The text of the .prj file";
        return unrecognised(
                what + " matches no coordinate reference system of the EPSG dataset.",
                extent,
                matches.likely().stream());
    }

    private static CrsMatcher.Matches byName(String name) {
        Set<String> words = CrsMatcher.words(name);
        List<EpsgEntry> same = Epsg.instance().all().stream()
                .filter(entry ->
                        !entry.deprecated() && CrsMatcher.words(entry.name()).equals(words))
                .toList();
        return new CrsMatcher.Matches(same, List.of());
    }

    /** Several codes on one datum mean the same coordinates, so that the first will do; of several datums the name decides. */
    private CrsFinding oneOf(List<EpsgEntry> matches, @Nullable Envelope extent, Wkt wkt) {
        EpsgEntry best = matches.get(0);
        boolean ambiguous = matches.stream()
                .filter(entry -> entry.deprecated() == best.deprecated())
                .filter(entry -> CrsMatcher.alike(wkt.name(), entry) >= CrsMatcher.alike(wkt.name(), best))
                .anyMatch(entry -> entry.datum() != best.datum());
        if (!ambiguous) {
            return known(best.code(), extent);
        }
        Problem problem = Problem.of(
                        ProblemCode.CRS_AMBIGUOUS,
                        "\"%s\" may mean several coordinate reference systems.".formatted(printable(wkt.name())))
                .withCandidates(byExtent(null, matches.stream()));
        return new CrsFinding(null, null, List.of(problem));
    }

    private CrsFinding unrecognised(String sentence, @Nullable Envelope extent, Stream<EpsgEntry> likely) {
        Problem problem = Problem.of(ProblemCode.CRS_UNRECOGNISED, sentence);
        return new CrsFinding(null, null, List.of(problem.withCandidates(byExtent(extent, likely))));
    }

    private static List<CrsCandidate> byExtent(@Nullable Envelope extent, Stream<EpsgEntry> likely) {
        var candidates = new ArrayList<CrsCandidate>();
        likely.limit(Candidates.MOST)
                .forEach(entry -> candidates.add(new CrsCandidate(
                        entry.authorityCode(),
                        entry.name(),
                        Math.max(0.5, 0.9 - 0.05 * candidates.size()),
                        "It does what the file's own definition does.")));
        if (extent != null) {
            candidates.addAll(new Candidates(Epsg.instance()).byExtent(extent));
        }
        var seen = new HashSet<String>();
        return candidates.stream()
                .filter(candidate -> seen.add(candidate.code()))
                .limit(Candidates.MOST)
                .toList();
    }

    private static CrsFinding known(int code, @Nullable Envelope extent) {
        EpsgEntry entry = Epsg.instance().find(code).orElseThrow();
        if (extent == null) {
            return new CrsFinding(named(entry), null, List.of());
        }
        Optional<Envelope> geographic = geographic(entry, extent);
        return new CrsFinding(named(entry), geographic.orElse(null), Plausibility.check(entry, extent, geographic));
    }

    private static Optional<Envelope> geographic(EpsgEntry entry, Envelope extent) {
        try {
            return Transformer.from(entry.authorityCode()).transform(extent);
        } catch (FactoryException | RuntimeException e) {
            LOG.atWarn().addKeyValue("crs", entry.authorityCode()).setCause(e).log("extent not transformed");
            return Optional.empty();
        }
    }

    private static String printable(String text) {
        String plain = text.replaceAll("\\p{Cntrl}", "?");
        return plain.length() > 100 ? plain.substring(0, 100) + "..." : plain;
    }
}
