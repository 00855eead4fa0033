package org.batchuploader.geotools.csv;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.batchuploader.geotools.geometry.WktReader;

/**
 * Which columns a table has, and where in it the geometry is. Indices are -1 where there is none.
 *
 * @param degrees whether the coordinates are called longitude and latitude
 */
record Columns(List<String> names, boolean header, int x, int y, int wkt, boolean degrees) {
    private static final Set<String> LONGITUDE = Set.of(
            "lon",
            "long",
            "lng",
            "longitude",
            "decimallongitude",
            "londd",
            "geolon",
            "longitud",
            "laengengrad",
            "längengrad",
            "longitudine",
            "lonwgs84",
            "wgs84lon",
            "xlon",
            "lonx");
    private static final Set<String> LATITUDE = Set.of(
            "lat",
            "latitude",
            "decimallatitude",
            "latdd",
            "geolat",
            "latitud",
            "breitengrad",
            "latitudine",
            "latwgs84",
            "wgs84lat",
            "ylat",
            "laty");
    private static final Set<String> EASTING = Set.of(
            "x",
            "easting",
            "eastings",
            "east",
            "e",
            "rechtswert",
            "ostwert",
            "xcoord",
            "coordx",
            "pointx",
            "este",
            "xkoord",
            "koordx",
            "utme",
            "xcoordinate",
            "coordinatex",
            "xl93",
            "xlv95",
            "geox",
            "posx");
    private static final Set<String> NORTHING = Set.of(
            "y",
            "northing",
            "northings",
            "north",
            "n",
            "hochwert",
            "nordwert",
            "ycoord",
            "coordy",
            "pointy",
            "norte",
            "ykoord",
            "koordy",
            "utmn",
            "ycoordinate",
            "coordinatey",
            "yl93",
            "ylv95",
            "geoy",
            "posy");
    private static final Set<String> TEXT =
            Set.of("wkt", "geom", "geometry", "thegeom", "wktgeom", "geometrie", "shape", "geomwkt", "geowkt");

    /** What the first record and the one behind it, which may be empty, tell of the columns. */
    static Columns of(List<String> first, List<String> second) {
        boolean header =
                first.stream().noneMatch(Columns::isNumber) && first.stream().noneMatch(WktReader::isLikely);
        List<String> names = header ? unique(first) : numbered(first.size());
        List<String> data = header ? second : first;
        int wkt = -1;
        for (int i = 0; i < names.size() && wkt < 0; i++) {
            boolean filled = i < data.size() && WktReader.isLikely(data.get(i));
            boolean named = header
                    && TEXT.contains(key(names.get(i)))
                    && (i >= data.size() || data.get(i).isBlank());
            wkt = filled || named ? i : -1;
        }
        int longitude = find(names, LONGITUDE);
        int latitude = find(names, LATITUDE);
        if (longitude >= 0 && latitude >= 0) {
            return new Columns(names, header, longitude, latitude, wkt, true);
        }
        return new Columns(names, header, find(names, EASTING), find(names, NORTHING), wkt, false);
    }

    private static int find(List<String> names, Set<String> known) {
        for (int i = 0; i < names.size(); i++) {
            if (known.contains(key(names.get(i)))) {
                return i;
            }
        }
        return -1;
    }

    private static String key(String name) {
        return name.toLowerCase(Locale.ROOT).replaceAll("[\\s_.\\-\\[\\]()°]", "");
    }

    private static boolean isNumber(String cell) {
        return cell.strip().matches("[-+]?[0-9]{1,30}(?:[.,][0-9]{1,30})?");
    }

    private static List<String> numbered(int count) {
        List<String> names = new ArrayList<>();
        for (int i = 1; i <= count; i++) {
            names.add("field_" + i);
        }
        return names;
    }

    private static List<String> unique(List<String> header) {
        List<String> names = new ArrayList<>();
        Set<String> taken = new HashSet<>();
        for (String cell : header) {
            String wanted = cell.isBlank() ? "field_" + (names.size() + 1) : cell.strip();
            String name = wanted;
            for (int n = 2; !taken.add(name); n++) {
                name = wanted + "_" + n;
            }
            names.add(name);
        }
        return names;
    }
}
