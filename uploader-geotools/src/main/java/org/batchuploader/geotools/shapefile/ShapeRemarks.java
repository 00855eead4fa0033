package org.batchuploader.geotools.shapefile;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.batchuploader.core.inspect.Envelope;

/** What of a {@code .shp} is put right, half a sentence each. */
final class ShapeRemarks {
    private ShapeRemarks() {}

    static List<String> of(ShapeScan shapes) {
        var repairs = new ArrayList<String>();
        ShpHeader header = shapes.header();
        if (header.fileCode() != ShpHeader.FILE_CODE) {
            repairs.add("it did not begin with the number that shapefiles begin with");
        }
        if (header.version() != ShpHeader.VERSION) {
            repairs.add("it said that it is of version %d, which does not exist".formatted(header.version()));
        }
        if (header.typeNumber() != shapes.type().number() && shapes.records() > shapes.empty()) {
            repairs.add("it said that its shapes are of type %d; they are of type %d (%s)"
                    .formatted(
                            header.typeNumber(),
                            shapes.type().number(),
                            shapes.type().title()));
        }
        if (shapes.indexed()) {
            repairs.add("its records did not lie one after another; they were taken as the index (.shx) says");
        } else if (shapes.tail() > 0) {
            repairs.add("%d bytes behind its last record belonged to no record".formatted(shapes.tail()));
        }
        if (!shapes.indexed() && header.length() != shapes.size() - shapes.tail()) {
            repairs.add("it said that it is %d bytes long; its records end at byte %d"
                    .formatted(header.length(), shapes.size() - shapes.tail()));
        }
        if (!isHeaderBoxRight(header, shapes.extent())) {
            repairs.add("the box in its header did not fit the shapes");
        }
        repairs.addAll(shapes.faults().tell());
        return repairs;
    }

    private static boolean isHeaderBoxRight(ShpHeader header, Optional<Envelope> extent) {
        return extent.isEmpty()
                || (RecordCheck.isAround(
                                header.minX(),
                                extent.get().minX(),
                                header.maxX(),
                                extent.get().maxX())
                        && RecordCheck.isAround(
                                header.minY(),
                                extent.get().minY(),
                                header.maxY(),
                                extent.get().maxY()));
    }
}
