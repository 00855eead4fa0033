package org.batchuploader.geotools.vector;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.batchuploader.core.inspect.Envelope;
import org.batchuploader.core.inspect.Field;
import org.batchuploader.core.name.FieldNames;
import org.batchuploader.geotools.conversion.Room;
import org.batchuploader.geotools.conversion.ShapeKind;
import org.batchuploader.geotools.geometry.Family;
import org.batchuploader.geotools.geometry.Shape;
import org.jspecify.annotations.Nullable;

/** What one pass over the rows of a layer tells. */
final class VectorScan implements Rows.Sink {
    private static final int SAMPLE = 10;
    private static final int LONGEST_NAME = 200;

    private final Map<String, FieldScan> fields = new LinkedHashMap<>();
    private final List<Map<String, String>> first = new ArrayList<>();
    private boolean tooManyFields;
    private long count;
    private long empty;
    private long simpleLength;
    private long multiLength;
    private @Nullable Family family;
    private boolean multi;
    private boolean hasZ;
    private boolean hasM;
    private double minX = Double.POSITIVE_INFINITY;
    private double minY = Double.POSITIVE_INFINITY;
    private double maxX = Double.NEGATIVE_INFINITY;
    private double maxY = Double.NEGATIVE_INFINITY;

    @Override
    public void row(@Nullable Shape shape, Map<String, @Nullable Object> attributes) {
        count++;
        if (shape == null) {
            empty++;
        } else {
            look(shape);
        }
        attributes.forEach((name, value) -> {
            FieldScan field = fields.get(name);
            if (field == null && (fields.size() >= Room.COLUMNS || name.length() > LONGEST_NAME)) {
                tooManyFields = true;
                return;
            }
            if (field == null) {
                field = new FieldScan();
                fields.put(name, field);
            }
            field.look(value, Room.TEXT);
        });
        if (first.size() < SAMPLE) {
            Map<String, String> texts = new LinkedHashMap<>();
            attributes.forEach((name, value) -> {
                String text = value == null ? "" : value.toString();
                texts.put(name, text.substring(0, Math.min(text.length(), Room.TEXT)));
            });
            first.add(texts);
        }
    }

    private void look(Shape shape) {
        family = shape.family();
        multi |= shape.family() != Family.POINT || shape.points() > 1;
        hasZ |= shape.hasZ();
        hasM |= shape.hasM();
        int points = shape.points();
        simpleLength += 36;
        multiLength += 120L + 4L * shape.parts() + 32L * points;
        for (int i = 0; i < points; i++) {
            minX = Math.min(minX, shape.x(i));
            maxX = Math.max(maxX, shape.x(i));
            minY = Math.min(minY, shape.y(i));
            maxY = Math.max(maxY, shape.y(i));
        }
    }

    long count() {
        return count;
    }

    /** Absent when no row has a geometry. */
    Optional<ShapeKind> kind() {
        return Optional.ofNullable(family).map(f -> new ShapeKind(f, multi, hasZ, hasM));
    }

    Optional<Envelope> extent() {
        return minX <= maxX ? Optional.of(new Envelope(minX, minY, maxX, maxY)) : Optional.empty();
    }

    /** At most so many bytes of shapes, whatever their kind. */
    long shapeBytes() {
        return 100 + 12 * empty + (multi ? multiLength : simpleLength + 8 * count);
    }

    boolean tooManyFields() {
        return tooManyFields;
    }

    /** The fields as a shapefile has room for them. */
    List<Field> fields() {
        List<String> names = FieldNames.of(List.copyOf(fields.keySet()));
        List<Field> made = new ArrayList<>();
        for (Map.Entry<String, FieldScan> field : fields.entrySet()) {
            FieldScan scan = field.getValue();
            int width = Math.min(Room.TEXT, scan.width());
            made.add(new Field(names.get(made.size()), field.getKey(), scan.type(), width, 0));
        }
        return made;
    }

    /** How many texts have to be cut off, by the names delivered; those without any left out. */
    Map<String, Long> cut() {
        Map<String, Long> cut = new LinkedHashMap<>();
        fields.forEach((name, scan) -> {
            if (scan.cut() > 0) {
                cut.put(name, scan.cut());
            }
        });
        return cut;
    }

    List<List<String>> sample() {
        return first.stream()
                .map(row -> fields.keySet().stream()
                        .map(name -> row.getOrDefault(name, ""))
                        .toList())
                .toList();
    }
}
