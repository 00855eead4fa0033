package org.batchuploader.geotools.kml;

import org.batchuploader.geotools.DamagedFile;
import org.batchuploader.geotools.geometry.Family;
import org.batchuploader.geotools.geometry.ShapeBuilder;

/** Coordinates as KML writes them: {@code lon,lat[,height]}, blanks between tuples; blanks behind commas are forgiven. */
final class Tuples {
    private Tuples() {}

    static void read(String text, Family family, ShapeBuilder shapes) throws DamagedFile {
        double[] tuple = new double[3];
        int dimension = 0;
        int at = 0;
        while (at < text.length()) {
            while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
                at++;
            }
            int start = at;
            while (at < text.length() && text.charAt(at) != ',' && !Character.isWhitespace(text.charAt(at))) {
                at++;
            }
            if (at > start || dimension > 0) {
                if (dimension < 3) {
                    tuple[dimension] = number(text.substring(start, at));
                }
                dimension++;
            }
            int behind = at;
            while (behind < text.length() && Character.isWhitespace(text.charAt(behind))) {
                behind++;
            }
            if (behind < text.length() && text.charAt(behind) == ',') {
                at = behind + 1;
            } else if (dimension > 0) {
                end(tuple, dimension, family, shapes);
                dimension = 0;
            }
        }
        if (dimension > 0) {
            end(tuple, dimension, family, shapes);
        }
    }

    private static void end(double[] tuple, int dimension, Family family, ShapeBuilder shapes) throws DamagedFile {
        if (dimension < 2) {
            throw new DamagedFile("a position has one coordinate only.");
        }
        shapes.add(family, tuple[0], tuple[1], dimension > 2 ? tuple[2] : Double.NaN, Double.NaN);
    }

    private static double number(String text) throws DamagedFile {
        try {
            return Double.parseDouble(text);
        } catch (NumberFormatException e) {
            throw new DamagedFile(
                    "\"%s\" is no coordinate.".formatted(text.length() > 40 ? text.substring(0, 40) + "..." : text));
        }
    }
}
