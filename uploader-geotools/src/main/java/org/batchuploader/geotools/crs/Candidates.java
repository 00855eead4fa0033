package org.batchuploader.geotools.crs;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.batchuploader.core.inspect.CrsCandidate;
import org.batchuploader.core.inspect.Envelope;
import org.batchuploader.geotools.crs.EpsgEntry.Origin;
import org.geotools.api.referencing.FactoryException;

/**
 * Which CRSs data may be in, by its extent alone: those in whose area of use it would lie. Projections are first looked at
 * as if the earth were flat around their origin, and only the best of those are really asked.
 */
final class Candidates {
    static final int MOST = 20;
    private static final int ASKED = 40;
    private static final double METRES_PER_DEGREE = 111_320;

    /** CRSs that most data in their area is delivered in, with how much more likely that makes them. */
    private static final Map<Integer, Double> COMMON = Map.ofEntries(
            Map.entry(4326, 0.5),
            Map.entry(4269, 0.45),
            Map.entry(4267, 0.4),
            Map.entry(4258, 0.4),
            Map.entry(3857, 0.4),
            Map.entry(3035, 0.3),
            Map.entry(5070, 0.3),
            Map.entry(2154, 0.35),
            Map.entry(27700, 0.35),
            Map.entry(2056, 0.4),
            Map.entry(21781, 0.35),
            Map.entry(28992, 0.4),
            Map.entry(31370, 0.35),
            Map.entry(25832, 0.35),
            Map.entry(25833, 0.35),
            Map.entry(31287, 0.3),
            Map.entry(2180, 0.35),
            Map.entry(5514, 0.35),
            Map.entry(3067, 0.35),
            Map.entry(3006, 0.35),
            Map.entry(2193, 0.35),
            Map.entry(2157, 0.35),
            Map.entry(3763, 0.35),
            Map.entry(3765, 0.35),
            Map.entry(3794, 0.35),
            Map.entry(3301, 0.35),
            Map.entry(3346, 0.35),
            Map.entry(3059, 0.35),
            Map.entry(23700, 0.35),
            Map.entry(3812, 0.3),
            Map.entry(4283, 0.35),
            Map.entry(7844, 0.35),
            Map.entry(4674, 0.3),
            Map.entry(4171, 0.25),
            Map.entry(25830, 0.3),
            Map.entry(25831, 0.3));

    private final Epsg epsg;

    Candidates(Epsg epsg) {
        this.epsg = epsg;
    }

    private record Scored(EpsgEntry entry, Area area, double score) {}

    /** Best first, at most {@value #MOST}. */
    List<CrsCandidate> byExtent(Envelope extent) {
        boolean degrees = extent.minX() >= -181 && extent.maxX() <= 361 && extent.minY() >= -91 && extent.maxY() <= 91;
        List<Scored> scored = degrees ? geographic(extent) : projected(extent);
        return scored.stream()
                .sorted(Comparator.comparingDouble(Scored::score).reversed().thenComparing(s -> s.entry()
                        .code()))
                .limit(MOST)
                .map(s -> new CrsCandidate(
                        s.entry().authorityCode(),
                        s.entry().name(),
                        Math.round(s.score() * 100) / 100.0,
                        degrees
                                ? "The coordinates are degrees within the area this system is used in."
                                : "In this system the data lies within the area it is used in."))
                .toList();
    }

    private List<Scored> geographic(Envelope extent) {
        var scored = new ArrayList<Scored>();
        for (EpsgEntry entry : epsg.all()) {
            Area area = entry.area();
            if (!entry.isProjected() && !entry.deprecated() && area != null && covers(area, extent, 2)) {
                scored.add(new Scored(entry, area, score(entry, area)));
            }
        }
        return scored;
    }

    private static boolean covers(Area area, Envelope extent, double margin) {
        return area.contains(extent.minX(), extent.minY(), margin)
                && area.contains(extent.maxX(), extent.maxY(), margin);
    }

    /** Common ones first, then smaller areas, since a match with them says more. */
    private static double score(EpsgEntry entry, Area area) {
        double tight = 0.15 * (1 - Math.min(1, Math.log10(1 + area.size()) / Math.log10(64_801)));
        double zone = entry.name().startsWith("WGS 84 / UTM") ? 0.2 : 0;
        return Math.min(0.95, 0.05 + COMMON.getOrDefault(entry.code(), zone) + tight);
    }

    private List<Scored> projected(Envelope extent) {
        var promising = new ArrayList<Scored>();
        for (EpsgEntry entry : epsg.all()) {
            Area area = entry.area();
            Origin origin = entry.origin();
            if (origin != null && area != null && !entry.deprecated()) {
                boolean always =
                        Set.of(3857, 3395, 3031, 3413, 3995, 3035, 5514).contains(entry.code());
                if (always || mayHold(origin, area, extent)) {
                    promising.add(new Scored(entry, area, score(entry, area)));
                }
            }
        }
        return promising.stream()
                .sorted(Comparator.comparingDouble(Scored::score).reversed())
                .limit(ASKED)
                .filter(scored -> holds(scored, extent))
                .toList();
    }

    private static boolean mayHold(Origin origin, Area area, Envelope extent) {
        double x = (extent.minX() + extent.maxX()) / 2;
        double y = (extent.minY() + extent.maxY()) / 2;
        double latitude = origin.latitude() + (y - origin.falseNorthing()) / METRES_PER_DEGREE;
        if (Math.abs(latitude) > 89) {
            return false;
        }
        double longitude = origin.longitude()
                + (x - origin.falseEasting()) / METRES_PER_DEGREE / Math.cos(Math.toRadians(latitude));
        return area.contains(longitude, latitude, 2);
    }

    private boolean holds(Scored scored, Envelope extent) {
        try {
            Optional<Envelope> there =
                    Transformer.from(epsg, epsg.decode(scored.entry().code())).transform(extent);
            return there.filter(box -> covers(scored.area(), box, 0.5)).isPresent();
        } catch (FactoryException | RuntimeException e) {
            return false;
        }
    }
}
