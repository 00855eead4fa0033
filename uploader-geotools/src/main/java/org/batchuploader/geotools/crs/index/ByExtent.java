package org.batchuploader.geotools.crs.index;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.batchuploader.core.inspect.CrsCandidate;
import org.batchuploader.core.inspect.Envelope;
import org.batchuploader.geotools.crs.definition.Area;
import org.jspecify.annotations.Nullable;

/**
 * Which CRSs data may be in when nothing says so, by its extent alone: those whose area of use, in their own coordinates,
 * holds it. Small areas are more telling than large ones, and what most data is delivered in comes before what few use.
 */
public final class ByExtent {
    private static final int MOST = 20;
    private static final double MARGIN = 0.02;
    private static final double FILLING = 0.015;

    private final CrsIndex index;

    private record Fit(CrsEntry entry, double weight, boolean fills) {}

    public ByExtent(CrsIndex index) {
        this.index = index;
    }

    /** Best first, each with its share of the likelihood. */
    public List<CrsCandidate> rank(Envelope extent) {
        boolean degrees = isDegrees(extent);
        var fits = new ArrayList<Fit>();
        for (CrsEntry entry : index.entries()) {
            if (!entry.deprecated() && entry.isProjected() != degrees) {
                fit(entry, extent).ifPresent(fits::add);
            }
        }
        fits.sort(Comparator.comparingDouble(Fit::weight).reversed().thenComparing(fit -> fit.entry()
                .code()));
        double total = fits.stream().mapToDouble(Fit::weight).sum();
        return fits.stream()
                .limit(MOST)
                .map(fit -> new CrsCandidate(
                        fit.entry().authorityCode(),
                        fit.entry().name(),
                        Math.round(1000 * Math.min(0.9, fit.weight() / total)) / 1000.0,
                        reason(fit, degrees)))
                .toList();
    }

    /** Whether a CRS may be the one of data with that extent. */
    public boolean fits(CrsEntry entry, Envelope extent) {
        return fit(entry, extent).isPresent();
    }

    private static boolean isDegrees(Envelope extent) {
        return extent.minX() >= -180.5 && extent.maxX() <= 360.5 && extent.minY() >= -90.5 && extent.maxY() <= 90.5;
    }

    /** Degrees may count on beyond 180 where an area crosses the antimeridian, or may not. */
    private static Optional<Fit> fit(CrsEntry entry, Envelope extent) {
        Optional<Fit> fit = fitAsIs(entry, extent);
        Area area = entry.area();
        boolean crossing = !entry.isProjected() && area != null && area.east() < area.west();
        return fit.isPresent() || !crossing
                ? fit
                : fitAsIs(entry, new Envelope(extent.minX() + 360, extent.minY(), extent.maxX() + 360, extent.maxY()));
    }

    private static Optional<Fit> fitAsIs(CrsEntry entry, Envelope extent) {
        double[] box = box(entry);
        if (box == null) {
            return Optional.empty();
        }
        double width = box[2] - box[0];
        double height = box[3] - box[1];
        double[] beyond = {
            (box[0] - extent.minX()) / width,
            (box[1] - extent.minY()) / height,
            (extent.maxX() - box[2]) / width,
            (extent.maxY() - box[3]) / height
        };
        double outside = 0;
        boolean fills = true;
        for (double side : beyond) {
            outside = Math.max(outside, side);
            fills &= Math.abs(side) < FILLING;
        }
        if (outside > 0.25) {
            return Optional.empty();
        }
        // Of degrees, most are of WGS 84 wherever they lie; a grid is chosen for its place.
        double weight = Habit.of(entry) / (entry.isProjected() ? width * height : Math.pow(width * height, 0.4));
        weight *= outside > MARGIN ? Math.exp(-40 * (outside - MARGIN)) : 1;
        return Optional.of(new Fit(entry, fills ? weight * (entry.isProjected() ? 50 : 5) : weight, fills));
    }

    private static double @Nullable [] box(CrsEntry entry) {
        Area area = entry.area();
        if (entry.isProjected() || area == null) {
            return entry.box();
        }
        double east = area.east() >= area.west() ? area.east() : area.east() + 360;
        double unit = entry.definition().unit();
        return new double[] {area.west() / unit, area.south() / unit, east / unit, area.north() / unit};
    }

    private static String reason(Fit fit, boolean degrees) {
        String place = fit.entry().place().isEmpty()
                ? "the area it is made for"
                : fit.entry().place();
        if (fit.fills()) {
            return "The data fills just the area this system is used in: " + end(place);
        }
        return degrees
                ? "The coordinates are degrees within the area this system is used in: " + end(place)
                : "In this system the data lies within the area it is used in: " + end(place);
    }

    private static String end(String place) {
        return place.endsWith(".") ? place : place + ".";
    }
}
