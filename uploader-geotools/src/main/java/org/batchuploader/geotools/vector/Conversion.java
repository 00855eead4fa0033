package org.batchuploader.geotools.vector;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.batchuploader.core.inspect.CoordinateReferenceSystem;
import org.batchuploader.core.inspect.Correction;
import org.batchuploader.core.inspect.DatasetFiles;
import org.batchuploader.core.inspect.Field;
import org.batchuploader.core.inspect.Inspection;
import org.batchuploader.core.inspect.Part;
import org.batchuploader.core.inspect.PartSink;
import org.batchuploader.core.inspect.VectorDescription;
import org.batchuploader.geotools.DamagedFile;
import org.batchuploader.geotools.conversion.ShapeKind;
import org.batchuploader.geotools.conversion.ShapefileWriter;
import org.batchuploader.geotools.crs.EsriWkt;
import org.geotools.api.referencing.FactoryException;
import org.jspecify.annotations.Nullable;

/** Makes a shapefile of a layer, as its inspection said. */
public final class Conversion {
    private Conversion() {}

    /** @param inspection good, of the same files */
    public static List<Part> toShapefile(
            VectorFormat format, DatasetFiles files, Inspection inspection, Correction correction, PartSink sink)
            throws IOException {
        VectorDescription vector = inspection.vector();
        CoordinateReferenceSystem crs = inspection.crs();
        if (vector == null || crs == null) {
            throw new IllegalArgumentException(files.base() + " was not inspected well");
        }
        Member member = Member.of(files.member());
        try (var writer = new ShapefileWriter(ShapeKind.of(vector.geometryType()), vector.fields())) {
            var rows = new Rows(member, (shape, attributes) -> {
                List<@Nullable Object> values = new ArrayList<>();
                for (Field field : vector.fields()) {
                    values.add(attributes.get(field.originalName()));
                }
                writer.add(shape, values);
            });
            format.read(files, member.layer(), correction.charset(), rows);
            return writer.store(files.base(), EsriWkt.of(crs.code()), sink);
        } catch (DamagedFile | FactoryException e) {
            throw new IOException(files.base() + " cannot be converted, though its inspection was good", e);
        }
    }
}
