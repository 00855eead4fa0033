package org.batchuploader.geotools.shapefile;

import java.nio.ByteBuffer;

/** Checks the content of one record and makes a view on it. */
final class RecordParser {
    /** Beyond what any projected coordinate is, in any unit. */
    private static final double ABSURD = 1e12;

    /** What is wrong with a record, to follow the words that say which one. */
    static final class Nonsense extends Exception {
        private static final long serialVersionUID = 1L;

        Nonsense(String message) {
            super(message);
        }

        @Override
        public String getMessage() {
            return String.valueOf(super.getMessage());
        }
    }

    ShapeRecord parse(ByteBuffer content, ShapeType expected, int number) throws Nonsense {
        int code = content.getInt(0);
        ShapeType type = ShapeType.of(code)
                .orElseThrow(() -> new Nonsense("is of shape type " + code + ", which does not exist"));
        if (type == ShapeType.NULL) {
            return new ShapeRecord(content, type, number, 0, 0, -1, 0);
        }
        if (type != expected) {
            throw new Nonsense("is a %s among shapes of type %s".formatted(type.title(), expected.title()));
        }
        return type.isPoint() ? point(content, type, number) : shape(content, type, number);
    }

    private static ShapeRecord point(ByteBuffer content, ShapeType type, int number) throws Nonsense {
        require(content, 20);
        double x = content.getDouble(4);
        double y = content.getDouble(12);
        boolean empty = Double.isNaN(x) && Double.isNaN(y);
        if (!empty) {
            check(x, y, 0);
        }
        return new ShapeRecord(content, type, number, empty ? 0 : 1, empty ? 0 : 1, -1, 4);
    }

    private static ShapeRecord shape(ByteBuffer content, ShapeType type, int number) throws Nonsense {
        boolean parted = type.hasParts();
        require(content, parted ? 44 : 40);
        int parts = parted ? content.getInt(36) : 1;
        int points = content.getInt(parted ? 40 : 36);
        long partsLength = parted ? (type.isPatch() ? 8L : 4L) * parts : 0;
        long pointsAt = (parted ? 44 : 40) + partsLength;
        if (parts < 0 || points < 0 || pointsAt + 16L * points > content.limit()) {
            throw new Nonsense("claims %d parts and %d points, which its %d bytes cannot hold"
                    .formatted(parts, points, content.limit()));
        }
        var shape = new ShapeRecord(
                content, type, number, points == 0 ? 0 : parts, points, parted ? 44 : -1, (int) pointsAt);
        checkParts(shape);
        for (int i = 0; i < points; i++) {
            check(shape.x(i), shape.y(i), i);
        }
        return shape;
    }

    private static void checkParts(ShapeRecord shape) throws Nonsense {
        if (shape.points() > 0 && shape.parts() == 0) {
            throw new Nonsense("has points but no part for them");
        }
        for (int part = 0; part < shape.parts(); part++) {
            int least = part == 0 ? 0 : shape.start(part - 1);
            if (shape.start(part) < least || shape.start(part) > shape.points()) {
                throw new Nonsense("has a part %d that begins at point %d of %d"
                        .formatted(part + 1, shape.start(part), shape.points()));
            }
        }
    }

    private static void require(ByteBuffer content, int length) throws Nonsense {
        if (content.limit() < length) {
            throw new Nonsense("is %d bytes long, too short for its shape".formatted(content.limit()));
        }
    }

    private static void check(double x, double y, int point) throws Nonsense {
        if (!(Math.abs(x) < ABSURD && Math.abs(y) < ABSURD)) {
            throw new Nonsense("has impossible coordinates at point %d (%s, %s)".formatted(point + 1, x, y));
        }
    }
}
