package org.batchuploader.geotools.crs;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.batchuploader.core.inspect.CoordinateReferenceSystem;
import org.batchuploader.core.inspect.CrsCandidate;
import org.batchuploader.core.inspect.CrsHabits;
import org.batchuploader.core.inspect.Envelope;
import org.batchuploader.core.inspect.Inspection;
import org.batchuploader.core.inspect.Problem;
import org.batchuploader.core.inspect.ProblemCode;
import org.batchuploader.geotools.crs.definition.CrsDefinition;
import org.batchuploader.geotools.crs.index.ByExtent;
import org.batchuploader.geotools.crs.index.CrsEntry;
import org.batchuploader.geotools.crs.index.CrsIndex;
import org.batchuploader.geotools.crs.index.Identification;
import org.batchuploader.geotools.crs.index.Identification.Verdict;
import org.batchuploader.geotools.crs.text.CrsText;
import org.geotools.api.referencing.FactoryException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** From what a file says about its CRS, or does not say, to an authority's code or to ranked candidates. Thread-safe. */
public final class CrsIdentifier {
    private static final Logger LOG = LoggerFactory.getLogger(CrsIdentifier.class);
    private static final int MOST = 20;

    /** A horizontal CRS by its code, if it is one that data can be in. */
    public Optional<CoordinateReferenceSystem> find(String code) {
        return entry(code).filter(CrsIdentifier::isUsable).map(CrsIdentifier::named);
    }

    private static Optional<CrsEntry> entry(String code) {
        CrsText text = CrsText.of(code);
        return text.code().isPresent() && text.definition().isEmpty()
                ? CrsIndex.instance().find(text.authority(), text.code().getAsInt())
                : Optional.empty();
    }

    private static boolean isUsable(CrsEntry entry) {
        try {
            Epsg.instance().decode(entry.authorityCode());
            return true;
        } catch (FactoryException | RuntimeException e) {
            LOG.atInfo().addKeyValue("code", entry.authorityCode()).setCause(e).log("code that GeoTools cannot make");
            return false;
        }
    }

    private static CoordinateReferenceSystem named(CrsEntry entry) {
        return new CoordinateReferenceSystem(entry.authorityCode(), entry.name());
    }

    /**
     * Identifies by text.
     *
     * @param text well-known text, a PROJ string or an authority code, empty for none
     * @param extent of the data, in its own coordinates
     * @param chosen by the owner, which decides
     */
    public CrsFinding identify(String text, @Nullable Envelope extent, @Nullable String chosen) {
        if (chosen != null) {
            return chosen(chosen, extent);
        }
        return text.isEmpty()
                ? missing("There is no .prj file, so nothing says", extent)
                : identify(CrsText.of(text), extent);
    }

    /** Identifies by a definition that was read from something else than text. */
    public CrsFinding identify(CrsDefinition definition, @Nullable Envelope extent) {
        return identify(new CrsText(definition.name(), "", OptionalInt.empty(), Optional.of(definition)), extent);
    }

    /** Nothing is said about the CRS; {@code because} begins the sentence. */
    public CrsFinding missing(String because, @Nullable Envelope extent) {
        Problem problem = Problem.of(
                ProblemCode.CRS_MISSING, because + " which coordinate reference system the coordinates are in.");
        return unknown(problem, List.of(), extent);
    }

    private CrsFinding chosen(String code, @Nullable Envelope extent) {
        Optional<CrsEntry> entry = entry(code).filter(CrsIdentifier::isUsable);
        return entry.isPresent()
                ? known(entry.get(), extent)
                : unknown(
                        Problem.of(
                                ProblemCode.CRS_UNRECOGNISED,
                                "The code \"%s\" is no coordinate reference system that data can be in."
                                        .formatted(printable(code))),
                        List.of(),
                        extent);
    }

    private CrsFinding identify(CrsText text, @Nullable Envelope extent) {
        Identification found = Identification.of(CrsIndex.instance(), text);
        if (found.verdict() == Verdict.CERTAIN) {
            CrsEntry entry = found.best().orElseThrow();
            return isUsable(entry) ? known(entry, extent) : unusable(entry, extent);
        }
        String what = text.name().isEmpty() ? "The definition" : "\"" + printable(text.name()) + "\"";
        Problem problem = found.verdict() == Verdict.NONE
                ? Problem.of(
                        ProblemCode.CRS_UNRECOGNISED, what + " matches no coordinate reference system that we know.")
                : Problem.of(ProblemCode.CRS_AMBIGUOUS, what + " may mean several coordinate reference systems.");
        return unknown(problem, found.candidates(), extent);
    }

    private static CrsFinding unusable(CrsEntry entry, @Nullable Envelope extent) {
        Problem problem = Problem.of(
                ProblemCode.CRS_UNRECOGNISED,
                "The coordinates are in %s (%s), which map servers cannot work with."
                        .formatted(entry.name(), entry.authorityCode()));
        return unknown(problem, List.of(), extent);
    }

    private static CrsFinding unknown(Problem problem, List<CrsCandidate> first, @Nullable Envelope extent) {
        var candidates = new ArrayList<>(first);
        if (extent != null) {
            candidates.addAll(new ByExtent(CrsIndex.instance()).rank(extent));
        }
        var seen = new HashSet<String>();
        candidates.removeIf(candidate -> !seen.add(candidate.code()));
        return new CrsFinding(
                null,
                null,
                List.of(problem.withCandidates(candidates.stream().limit(MOST).toList())));
    }

    private static CrsFinding known(CrsEntry entry, @Nullable Envelope extent) {
        if (extent == null) {
            return new CrsFinding(named(entry), null, List.of());
        }
        Optional<Envelope> geographic = geographic(entry, extent);
        return new CrsFinding(named(entry), geographic.orElse(null), Plausibility.check(entry, extent, geographic));
    }

    private static Optional<Envelope> geographic(CrsEntry entry, Envelope extent) {
        try {
            return Transformer.from(entry.authorityCode()).transform(extent);
        } catch (FactoryException | RuntimeException e) {
            LOG.atWarn().addKeyValue("crs", entry.authorityCode()).setCause(e).log("extent not transformed");
            return Optional.empty();
        }
    }

    /** The same inspection, with the candidates of a CRS that is not known in the order that what was chosen before gives. */
    public Inspection prefer(CrsHabits habits, Inspection inspection) {
        List<Problem> problems = inspection.problems().stream()
                .map(problem -> switch (problem.code()) {
                    case CRS_MISSING -> preferred(habits, problem, inspection.extent(), true);
                    case CRS_AMBIGUOUS -> preferred(habits, problem, inspection.extent(), false);
                    default -> problem;
                })
                .toList();
        return problems.equals(inspection.problems())
                ? inspection
                : new Inspection(
                        inspection.format(),
                        inspection.vector(),
                        inspection.raster(),
                        inspection.extent(),
                        inspection.geographicExtent(),
                        inspection.crs(),
                        inspection.description(),
                        problems);
    }

    private static Problem preferred(CrsHabits habits, Problem problem, @Nullable Envelope extent, boolean open) {
        return problem.withCandidates(Preferred.order(habits, problem.candidates(), extent, open));
    }

    private static String printable(String text) {
        String plain = text.replaceAll("\\p{Cntrl}", "?");
        return plain.length() > 100 ? plain.substring(0, 100) + "..." : plain;
    }
}
