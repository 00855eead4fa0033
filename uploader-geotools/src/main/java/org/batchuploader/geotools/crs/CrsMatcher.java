package org.batchuploader.geotools.crs;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.batchuploader.geotools.crs.EpsgEntry.Origin;
import org.geotools.api.parameter.GeneralParameterValue;
import org.geotools.api.parameter.ParameterValue;
import org.geotools.api.referencing.FactoryException;
import org.geotools.api.referencing.crs.CoordinateReferenceSystem;
import org.geotools.api.referencing.crs.GeographicCRS;
import org.geotools.api.referencing.crs.ProjectedCRS;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import si.uom.SI;

/**
 * Finds the EPSG codes that do what a CRS without a code does: by datum and by where its projection starts, then by
 * comparing the few that are left. Names only break ties, as every program spells them its own way.
 */
final class CrsMatcher {
    private static final Logger LOG = LoggerFactory.getLogger(CrsMatcher.class);
    private static final Area ANYWHERE = new Area(-20, 20, 20, 60);
    private static final int MOST = 40;
    /** Geographic CRSs on the usual datums: WGS 84, NAD83, ETRS89, NAD27, ED50. */
    private static final List<Integer> USUAL = List.of(4326, 4269, 4258, 4267, 4230);

    private final Epsg epsg;

    CrsMatcher(Epsg epsg) {
        this.epsg = epsg;
    }

    /**
     * @param certain codes that agree in datum as well, best first
     * @param likely codes that agree in all but the datum's name
     */
    record Matches(List<EpsgEntry> certain, List<EpsgEntry> likely) {}

    Matches find(CoordinateReferenceSystem crs, String name) {
        Optional<GeographicCRS> base = base(crs);
        if (base.isEmpty()) {
            return new Matches(List.of(), List.of());
        }
        Set<Integer> datums = datums(base.get());
        List<EpsgEntry> similar = crs instanceof ProjectedCRS projected
                ? epsg.projectedFrom(origin(projected).key())
                : datums.stream()
                        .flatMap(datum -> epsg.geographicOn(datum).stream())
                        .toList();
        var certain = new ArrayList<EpsgEntry>();
        var likely = new ArrayList<EpsgEntry>();
        similar.stream()
                .filter(entry -> datums.isEmpty() || datums.contains(entry.datum()))
                .sorted(Comparator.comparing(EpsgEntry::deprecated).thenComparing(EpsgEntry::code))
                .filter(entry -> !datums.isEmpty() || rarity(entry) < USUAL.size())
                .limit(MOST)
                .filter(entry -> same(crs, entry))
                .forEach(datums.isEmpty() ? likely::add : certain::add);
        certain.sort(preference(name));
        likely.sort(Comparator.comparingInt(CrsMatcher::rarity).thenComparing(preference(name)));
        return new Matches(certain, likely);
    }

    /** How seldom a datum is meant by those who do not name it. */
    private static int rarity(EpsgEntry entry) {
        int at = USUAL.indexOf(entry.base());
        return at < 0 ? USUAL.size() : at;
    }

    /** Whether that code does what the CRS does. */
    boolean same(CoordinateReferenceSystem crs, EpsgEntry entry) {
        try {
            Area area = entry.area() == null ? around(entry.origin()) : entry.area();
            return Likeness.same(crs, epsg.decode(entry.code()), area);
        } catch (FactoryException | RuntimeException e) {
            LOG.atDebug().addKeyValue("code", entry.code()).setCause(e).log("not comparable");
            return false;
        }
    }

    private static Area around(@Nullable Origin origin) {
        return origin == null
                ? ANYWHERE
                : new Area(origin.longitude() - 2, ANYWHERE.south(), origin.longitude() + 2, ANYWHERE.north());
    }

    private Comparator<EpsgEntry> preference(String name) {
        Set<String> words = words(name);
        return Comparator.comparing(EpsgEntry::deprecated)
                .thenComparing(entry -> !eastingFirst(entry))
                .thenComparing(entry -> -alike(words, words(entry.name())))
                .thenComparing(EpsgEntry::code);
    }

    /** Codes that differ in the order of axes only come in pairs; the one in the order of the files is meant. */
    private static boolean eastingFirst(EpsgEntry entry) {
        return !entry.name().matches(".*\\((N-E|zE-N|E-N|N-zE)\\).*")
                && !entry.name().contains("FIPS");
    }

    /** How much the entry's name is like that one, in [0, 1]. */
    static double alike(String name, EpsgEntry entry) {
        return alike(words(name), words(entry.name()));
    }

    private static double alike(Set<String> wanted, Set<String> offered) {
        var both = new HashSet<>(wanted);
        both.retainAll(offered);
        return (double) both.size() / Math.max(1, wanted.size() + offered.size() - both.size());
    }

    static Set<String> words(String name) {
        String plain = name.toLowerCase(Locale.ROOT)
                .replaceAll("^gcs_", "")
                .replaceAll("north[_ ]american[_ ]19", "nad")
                .replaceAll("(nad|wgs|etrs|rgf|jgd|pz|gda)[_ ]?(?:19)?(\\d\\d)\\b|(?<=[a-z])_19(?=\\d\\d)", "$1$2")
                .replace("feet", "ftus");
        return new HashSet<>(List.of(plain.split("[^a-z0-9+]+")));
    }

    private static Optional<GeographicCRS> base(CoordinateReferenceSystem crs) {
        if (crs instanceof GeographicCRS geographic) {
            return Optional.of(geographic);
        }
        return crs instanceof ProjectedCRS projected ? Optional.of(projected.getBaseCRS()) : Optional.empty();
    }

    private Set<Integer> datums(GeographicCRS crs) {
        Set<Integer> named = epsg.datums().find(crs.getDatum().getName().getCode());
        if (!named.isEmpty()) {
            return named;
        }
        var found = new HashSet<>(epsg.datums().find(crs.getName().getCode().replaceFirst("^GCS_", "")));
        if (found.isEmpty()) {
            crs.getDatum()
                    .getAlias()
                    .forEach(
                            alias -> found.addAll(epsg.datums().find(alias.tip().toString())));
        }
        return found;
    }

    private static Origin origin(ProjectedCRS crs) {
        double[] origin = new double[4];
        for (GeneralParameterValue general :
                crs.getConversionFromBase().getParameterValues().values()) {
            if (general instanceof ParameterValue<?> value && value.getUnit() != null) {
                switch (value.getDescriptor().getName().getCode()) {
                    case "central_meridian", "longitude_of_center", "longitude_of_origin" ->
                        origin[0] = Math.toDegrees(value.doubleValue(SI.RADIAN));
                    case "latitude_of_origin", "latitude_of_center" ->
                        origin[1] = Math.toDegrees(value.doubleValue(SI.RADIAN));
                    case "false_easting" -> origin[2] = value.doubleValue(SI.METRE);
                    case "false_northing" -> origin[3] = value.doubleValue(SI.METRE);
                    default -> {
                        continue;
                    }
                }
            }
        }
        return new Origin(origin[0], origin[1], origin[2], origin[3]);
    }
}
