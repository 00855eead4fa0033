package org.batchuploader.geotools.crs.definition;

import java.util.HashMap;
import java.util.Map;

/**
 * Methods of map projection under all names they have in EPSG, OGC, ESRI, GDAL, GeoTools and PROJ. Some programs do not
 * tell variants apart; variants of one {@link #family} are compared with one another.
 */
public enum Method {
    TRANSVERSE_MERCATOR(
            "tm",
            "transversemercator gausskruger transversemercatorcomplex gaussboaga transversemercator3d tmerc etmerc utm"
                    + " transversemercatorextended",
            9807,
            1111),
    TRANSVERSE_MERCATOR_SOUTH("tmsouth", "transversemercatorsouthorientated transversemercatorsouthoriented", 9808),
    TRANSVERSE_MERCATOR_ZONED("tmzoned", "transversemercatorzonedgridsystem", 9824),
    LAMBERT_1("lcc1", "lambertconicconformal1sp lambertconformalconic1sp lambertconicconformal1spvariantb", 9801, 1102),
    LAMBERT_2(
            "lcc2",
            "lambertconicconformal2sp lambertconformalconic2sp lambertconformalconic lambertconicconformal lcc"
                    + " lambertconicconformal2spmichigan",
            9802,
            1051),
    LAMBERT_BELGIUM("lcc2", "lambertconformalconic2spbelgium lambertconicconformal2spbelgium", 9803),
    LAMBERT_WEST("lccwest", "lambertconicconformalwestorientated lambertconformalconicwestorientated", 9826),
    LAMBERT_NEAR("lccnear", "lambertconicnearconformal", 9817),
    OBLIQUE_STEREOGRAPHIC("sterea", "obliquestereographic doublestereographic sterea", 9809),
    STEREOGRAPHIC("stere", "stereographic"),
    POLAR_STEREOGRAPHIC(
            "polar",
            "polarstereographic polarstereographicvarianta polarstereographicvariantb stereographicnorthpole"
                    + " stereographicsouthpole stere ups universalpolarstereographic",
            9810,
            9829),
    POLAR_STEREOGRAPHIC_C("polarc", "polarstereographicvariantc", 9830),
    MERCATOR(
            "mercator",
            "mercator mercator1sp mercator2sp mercatorvarianta mercatorvariantb merc mercatorvariantc",
            9804,
            9805,
            1044),
    MERCATOR_SPHERICAL("mercator", "mercator1spspherical mercatorspherical", 9841, 1026),
    PSEUDO_MERCATOR("mercator", "popularvisualisationpseudomercator mercatorauxiliarysphere webmercator webmerc", 1024),
    LAMBERT_AZIMUTHAL("laea", "lambertazimuthalequalarea laea", 9820),
    LAMBERT_AZIMUTHAL_SPHERICAL("laea", "lambertazimuthalequalareaspherical", 1027),
    ALBERS("albers", "albersequalarea albers albersconicequalarea aea", 9822),
    HOTINE_A(
            "omerca",
            "hotineobliquemercator hotineobliquemercatorvarianta hotineobliquemercatorazimuthnaturalorigin"
                    + " rectifiedskeworthomorphicnaturalorigin",
            9812),
    HOTINE_B(
            "omercb",
            "hotineobliquemercatorvariantb hotineobliquemercatorazimuthcenter rectifiedskeworthomorphiccenter"
                    + " obliquemercator swissobliquemercator swissobliquecylindrical somerc omerc",
            9815),
    LABORDE("laborde", "labordeobliquemercator", 9813),
    CASSINI("cassini", "cassinisoldner cassini cass", 9806),
    CASSINI_HYPERBOLIC("cassini", "hyperboliccassinisoldner", 9833),
    KROVAK("krovak", "krovak", 9819),
    KROVAK_NORTH("krovak", "krovaknorthorientated", 1041),
    KROVAK_MODIFIED("krovak", "krovakmodified", 1042),
    KROVAK_MODIFIED_NORTH("krovak", "krovakmodifiednorthorientated", 1043),
    BONNE_SOUTH("bonnesouth", "bonnesouthorientated", 9828),
    BONNE("bonne", "bonne", 9827),
    EQUAL_AREA_CYLINDRICAL(
            "cea", "cylindricalequalarea lambertcylindricalequalarea behrmann cea normalauthaliccylindrical", 9835),
    EQUAL_AREA_CYLINDRICAL_SPHERICAL("cea", "lambertcylindricalequalareaspherical", 9834),
    EQUIDISTANT_CYLINDRICAL(
            "eqc",
            "equidistantcylindrical equirectangular platecarree eqc equidistantcylindricalellipsoidal",
            1028,
            9842),
    EQUIDISTANT_CYLINDRICAL_SPHERICAL("eqc", "equidistantcylindricalspherical", 1029, 9823),
    AZIMUTHAL_EQUIDISTANT("aeqd", "azimuthalequidistant aeqd", 1125),
    AZIMUTHAL_EQUIDISTANT_MODIFIED("aeqd", "modifiedazimuthalequidistant", 9832),
    GUAM("aeqd", "guamprojection guam", 9831),
    POLYCONIC("polyconic", "polyconic americanpolyconic poly", 9818),
    EQUAL_EARTH("eqearth", "equalearth eqearth", 1078),
    NEW_ZEALAND("nzmg", "newzealandmapgrid nzmg", 9811),
    TUNISIA("tunisia", "tunisiamininggrid", 9816),
    COLOMBIA_URBAN("colurban", "colombiaurban igacplanocartesiano", 1052),
    LOCAL_ORTHOGRAPHIC("localortho", "localorthographic local", 1130),
    /** One that is known by its name only. */
    OTHER("other", "");

    private static final Map<String, Method> BY_NAME = new HashMap<>();
    private static final Map<Integer, Method> BY_CODE = new HashMap<>();

    static {
        for (Method method : values()) {
            for (String name : method.names.split(" ")) {
                BY_NAME.put(name, method);
            }
            for (int code : method.codes) {
                BY_CODE.put(code, method);
            }
        }
    }

    private final String family;
    private final String names;

    @SuppressWarnings("ImmutableEnumChecker") // never written to
    private final int[] codes;

    Method(String family, String names, int... codes) {
        this.family = family;
        this.names = names;
        this.codes = codes;
    }

    /** By any of its names; {@link #OTHER} for one we know nothing of. */
    public static Method named(String name) {
        String plain = Parameter.plain(name);
        return plain.isEmpty() ? OTHER : BY_NAME.getOrDefault(plain, OTHER);
    }

    /** By its code in the EPSG dataset. */
    public static Method coded(int code) {
        return BY_CODE.getOrDefault(code, OTHER);
    }

    /** Whether texts tell the one from the other only now and then. */
    public boolean isLike(Method other) {
        return family.equals(other.family);
    }
}
