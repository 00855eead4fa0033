package org.batchuploader.geotools.geometry;

import java.util.Locale;
import org.batchuploader.core.inspect.ProblemCode;
import org.batchuploader.geotools.DamagedFile;

/** Reads well-known text after OGC 06-103r4, with PostGIS' {@code SRID=...;} in front where there is one. */
public final class WktReader {
    private static final int DEEPEST = 16;

    private final String text;
    private final ShapeBuilder shapes;
    private int at;

    private WktReader(String text, ShapeBuilder shapes) {
        this.text = text;
        this.shapes = shapes;
    }

    public static void read(String text, ShapeBuilder shapes) throws DamagedFile {
        WktReader reader = new WktReader(text, shapes);
        reader.srid();
        reader.geometry(0);
        reader.blanks();
        if (reader.at < text.length()) {
            throw reader.damaged("goes on after its end");
        }
    }

    /** Whether the text begins as well-known text does. */
    public static boolean isLikely(String text) {
        return text.length() < 20
                ? text.toUpperCase(Locale.ROOT).matches("(?s)" + BEGINNING)
                : text.substring(0, 20).toUpperCase(Locale.ROOT).matches("(?s)" + BEGINNING);
    }

    private static final String BEGINNING =
            "\\s*(SRID=|POINT|LINESTRING|POLYGON|MULTI(POINT|LINE|POLYGON)|GEOMETRYC|TRIANGLE|TIN|POLYHEDRAL).*";

    private void srid() {
        int end = text.indexOf(';');
        if (end > 0 && end < 16 && text.stripLeading().regionMatches(true, 0, "SRID=", 0, 5)) {
            at = end + 1;
        }
    }

    private void geometry(int depth) throws DamagedFile {
        if (depth > DEEPEST) {
            throw damaged("is nested too deep");
        }
        String type = word();
        Dimensions dimensions = Dimensions.UNSAID;
        if (type.endsWith("Z") || type.endsWith("M")) {
            int end = type.endsWith("ZM") ? 2 : 1;
            dimensions = Dimensions.of(type.substring(type.length() - end));
            type = type.substring(0, type.length() - end);
        }
        String next = word();
        if (next.equals("Z") || next.equals("M") || next.equals("ZM")) {
            dimensions = Dimensions.of(next);
            next = word();
        }
        if (next.equals("EMPTY")) {
            return;
        }
        if (!next.isEmpty()) {
            throw damaged("has \"" + next + "\" where a bracket should be");
        }
        content(type, dimensions, depth);
    }

    private void content(String type, Dimensions dimensions, int depth) throws DamagedFile {
        switch (type) {
            case "POINT" -> points(Family.POINT, dimensions, false);
            case "LINESTRING" -> points(Family.LINE, dimensions, false);
            case "POLYGON", "TRIANGLE" -> polygon(dimensions);
            case "MULTIPOINT" -> points(Family.POINT, dimensions, false);
            case "MULTILINESTRING" -> list(() -> points(Family.LINE, dimensions, false));
            case "MULTIPOLYGON", "TIN", "POLYHEDRALSURFACE" -> list(() -> polygon(dimensions));
            case "GEOMETRYCOLLECTION" -> list(() -> geometry(depth + 1));
            default ->
                throw new DamagedFile(
                        type.contains("CURVE") || type.contains("CIRCULAR") || type.contains("SURFACE")
                                ? ProblemCode.FORMAT_UNSUPPORTED
                                : ProblemCode.RECORD_DAMAGED,
                        "\"%s\" is no geometry that is supported.".formatted(type.isEmpty() ? excerpt() : type));
        }
    }

    private interface Item {
        void read() throws DamagedFile;
    }

    private void list(Item item) throws DamagedFile {
        expect('(');
        do {
            item.read();
        } while (accept(','));
        expect(')');
    }

    private void polygon(Dimensions dimensions) throws DamagedFile {
        boolean[] hole = {false};
        if (isEmptyWord()) {
            return;
        }
        list(() -> {
            points(Family.POLYGON, dimensions, hole[0]);
            hole[0] = true;
        });
    }

    private void points(Family family, Dimensions dimensions, boolean hole) throws DamagedFile {
        if (isEmptyWord()) {
            return;
        }
        list(() -> {
            boolean bracket = family == Family.POINT && accept('(');
            if (!isEmptyWord()) {
                position(family, dimensions);
            }
            if (bracket) {
                expect(')');
            }
            if (family == Family.POINT) {
                shapes.endPart(family, false);
            }
        });
        shapes.endPart(family, hole);
    }

    private void position(Family family, Dimensions dimensions) throws DamagedFile {
        double x = number();
        double y = number();
        double third = isNumber() ? number() : Double.NaN;
        double fourth = isNumber() ? number() : Double.NaN;
        boolean measured = dimensions == Dimensions.M;
        shapes.add(family, x, y, measured ? Double.NaN : third, measured ? third : fourth);
    }

    private enum Dimensions {
        UNSAID,
        Z,
        M,
        ZM;

        static Dimensions of(String word) {
            return valueOf(word);
        }
    }

    private boolean isEmptyWord() {
        blanks();
        if (text.regionMatches(true, at, "EMPTY", 0, 5)) {
            at += 5;
            return true;
        }
        return false;
    }

    private String word() {
        blanks();
        int start = at;
        while (at < text.length() && at - start < 40 && Character.isLetter(text.charAt(at))) {
            at++;
        }
        return text.substring(start, at).toUpperCase(Locale.ROOT);
    }

    private boolean isNumber() {
        blanks();
        return at < text.length() && "+-.0123456789".indexOf(text.charAt(at)) >= 0;
    }

    private double number() throws DamagedFile {
        blanks();
        int start = at;
        while (at < text.length() && "+-.0123456789eE".indexOf(text.charAt(at)) >= 0) {
            at++;
        }
        try {
            return Double.parseDouble(text.substring(start, at));
        } catch (NumberFormatException e) {
            throw damaged("has no number where one should be");
        }
    }

    private boolean accept(char c) {
        blanks();
        if (at < text.length() && text.charAt(at) == c) {
            at++;
            return true;
        }
        return false;
    }

    private void expect(char c) throws DamagedFile {
        if (!accept(c)) {
            throw damaged("has no \"" + c + "\" at character " + (at + 1));
        }
    }

    private void blanks() {
        while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
            at++;
        }
    }

    private DamagedFile damaged(String what) {
        return new DamagedFile("The geometry \"%s\" %s.".formatted(excerpt(), what));
    }

    private String excerpt() {
        String plain = text.replaceAll("\\p{Cntrl}", " ");
        return plain.length() > 60 ? plain.substring(0, 60) + "..." : plain;
    }
}
