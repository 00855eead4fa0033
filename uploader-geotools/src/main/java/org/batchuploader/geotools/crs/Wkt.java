package org.batchuploader.geotools.crs;

import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.geotools.api.referencing.FactoryException;
import org.geotools.api.referencing.crs.CompoundCRS;
import org.geotools.api.referencing.crs.CoordinateReferenceSystem;
import org.geotools.referencing.CRS;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A CRS written as text: well-known text of ESRI's or OGC's kind, or an authority code alone. Axes are read as easting and
 * northing whatever the text says, because that is the order of coordinates in the files it comes with.
 *
 * @param name as the text gives it
 * @param code of EPSG that the text gives for the whole CRS
 * @param parsed absent when GeoTools cannot read the text
 */
record Wkt(String name, OptionalInt code, Optional<CoordinateReferenceSystem> parsed) {
    private static final Logger LOG = LoggerFactory.getLogger(Wkt.class);
    private static final Pattern CODE_ALONE = Pattern.compile(
            "(?i)(?:urn:ogc:def:crs:|https?://www\\.opengis\\.net/def/crs/)?EPSG[:/]+(?:[\\d.]*[:/]+)?(\\d{4,6})");
    private static final Pattern AXIS = Pattern.compile("(?i),\\s*AXIS\\s*\\[\\s*\"[^\"]*\"\\s*,\\s*[a-z]+\\s*]");
    private static final Pattern NAME = Pattern.compile("^\\s*[A-Za-z_]+\\s*[\\[(]\\s*\"([^\"]*)\"");
    private static final Pattern OUTER_CODE = Pattern.compile(
            "(?i),\\s*(?:AUTHORITY|ID)\\s*[\\[(]\\s*\"EPSG\"\\s*,\\s*\"?(\\d{4,6})\"?\\s*[])]\\s*[])]\\s*$");
    private static final Pattern COMPOUND = Pattern.compile("(?i)^\\s*COMP(?:D_CS|OUNDCRS)\\b");

    static Wkt of(String text) {
        Matcher alone = CODE_ALONE.matcher(text.strip());
        if (alone.matches()) {
            return new Wkt(text.strip(), OptionalInt.of(Integer.parseInt(alone.group(1))), Optional.empty());
        }
        Matcher name = NAME.matcher(text);
        Matcher code = OUTER_CODE.matcher(text);
        boolean whole = !COMPOUND.matcher(text).find() && code.find();
        return new Wkt(
                name.find() ? name.group(1) : "",
                whole ? OptionalInt.of(Integer.parseInt(code.group(1))) : OptionalInt.empty(),
                Optional.ofNullable(parse(text)));
    }

    /** A CRS that GeoTools made of something else than text. */
    static Wkt of(CoordinateReferenceSystem crs) {
        return new Wkt(crs.getName().getCode(), OptionalInt.empty(), Optional.of(crs));
    }

    boolean isText() {
        return !name.isEmpty();
    }

    private static @Nullable CoordinateReferenceSystem parse(String text) {
        try {
            CoordinateReferenceSystem crs = CRS.parseWKT(AXIS.matcher(text).replaceAll(""));
            return crs instanceof CompoundCRS compound
                    ? compound.getCoordinateReferenceSystems().get(0)
                    : crs;
        } catch (FactoryException | RuntimeException e) {
            LOG.atDebug().setCause(e).log("text of a coordinate reference system not read");
            return null;
        }
    }
}
