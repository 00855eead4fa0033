package org.batchuploader.geotools.crs.definition;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Parameters of map projections under all names they have in EPSG, OGC, ESRI and PROJ. */
public enum Parameter {
    LATITUDE(
            Quantity.ANGLE,
            "latitudeoforigin latitudeofnaturalorigin latitudeofcenter latitudeofcentre latitudeofprojectioncentre"
                    + " latitudeofprojectioncenter centrallatitude latitudeoftangency",
            8801,
            8811),
    FALSE_LATITUDE(Quantity.ANGLE, "latitudeoffalseorigin", 8821),
    LONGITUDE(
            Quantity.ANGLE,
            "centralmeridian longitudeoforigin longitudeofnaturalorigin longitudeofcenter longitudeofcentre"
                    + " longitudeofprojectioncentre longitudeofprojectioncenter longitudeoffalseorigin"
                    + " straightverticallongitudefrompole",
            8802,
            8812,
            8822,
            8833),
    SCALE(
            Quantity.SCALE,
            "scalefactor scalefactoratnaturalorigin scalefactoratprojectioncentre scalefactoroninitialline scalefactoronpseudostandardparallel"
                    + " scalefactoronpseudostandardline scaleatnaturalorigin ellipsoidscalingfactor",
            8805,
            8815,
            8819,
            1038),
    EASTING(
            Quantity.LENGTH,
            "falseeasting eastingatfalseorigin eastingatprojectioncentre eastingatprojectioncenter",
            8806,
            8816,
            8826),
    NORTHING(
            Quantity.LENGTH,
            "falsenorthing northingatfalseorigin northingatprojectioncentre northingatprojectioncenter",
            8807,
            8817,
            8827),
    PARALLEL_1(
            Quantity.ANGLE,
            "standardparallel1 latitudeof1ststandardparallel latitudeofstandardparallel standardparallel",
            8823,
            8832),
    PARALLEL_2(Quantity.ANGLE, "standardparallel2 latitudeof2ndstandardparallel", 8824),
    PSEUDO_PARALLEL(Quantity.ANGLE, "pseudostandardparallel1 latitudeofpseudostandardparallel", 8818),
    AZIMUTH(
            Quantity.ANGLE,
            "azimuth azimuthatprojectioncentre azimuthofinitialline azimuthofthecenterline colatitudeofconeaxis",
            8813,
            1036),
    GRID_ANGLE(
            Quantity.ANGLE,
            "rectifiedgridangle anglefromrectifiedtoskewgrid anglefromrectifiedtoskewedgrid xyplanerotation",
            8814),
    INITIAL_LONGITUDE(Quantity.ANGLE, "initiallongitude", 8830),
    ZONE_WIDTH(Quantity.ANGLE, "zonewidth", 8831),
    HEIGHT(Quantity.LENGTH, "height projectionplaneoriginheight viewpointheight", 1039),
    X_SCALE(Quantity.SCALE, "xscale"),
    Y_SCALE(Quantity.SCALE, "yscale");

    /** What a parameter's value counts. */
    public enum Quantity {
        ANGLE,
        LENGTH,
        SCALE
    }

    private static final Map<String, Parameter> BY_NAME = new HashMap<>();
    private static final Map<Integer, Parameter> BY_CODE = new HashMap<>();

    static {
        for (Parameter parameter : values()) {
            for (String name : parameter.names.split(" ")) {
                BY_NAME.put(name, parameter);
            }
            for (int code : parameter.codes) {
                BY_CODE.put(code, parameter);
            }
        }
    }

    private final Quantity quantity;
    private final String names;

    @SuppressWarnings("ImmutableEnumChecker") // never written to
    private final int[] codes;

    Parameter(Quantity quantity, String names, int... codes) {
        this.quantity = quantity;
        this.names = names;
        this.codes = codes;
    }

    public Quantity quantity() {
        return quantity;
    }

    /** By any of its names. */
    public static Optional<Parameter> named(String name) {
        return Optional.ofNullable(BY_NAME.get(plain(name)));
    }

    /** By its code in the EPSG dataset. */
    public static Optional<Parameter> coded(int code) {
        return Optional.ofNullable(BY_CODE.get(code));
    }

    /** Letters and digits only, in lower case. */
    static String plain(String name) {
        return name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", "");
    }
}
