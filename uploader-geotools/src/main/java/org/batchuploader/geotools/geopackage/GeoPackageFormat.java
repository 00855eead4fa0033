package org.batchuploader.geotools.geopackage;

import java.io.IOException;
import java.nio.BufferUnderflowException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.batchuploader.core.inspect.DatasetFiles;
import org.batchuploader.core.inspect.Format;
import org.batchuploader.core.inspect.ProblemCode;
import org.batchuploader.core.inspect.SourceFile;
import org.batchuploader.geotools.DamagedFile;
import org.batchuploader.geotools.vector.FeatureSink;
import org.batchuploader.geotools.vector.Told;
import org.batchuploader.geotools.vector.VectorFormat;
import org.jspecify.annotations.Nullable;

/** GeoPackages, each table of features a layer. Rasters in them are not read. */
public final class GeoPackageFormat implements VectorFormat {
    @Override
    public Format format() {
        return Format.GEOPACKAGE;
    }

    @Override
    public List<String> extensions() {
        return List.of("gpkg");
    }

    @Override
    public Optional<List<Declared>> declared(SourceFile file) throws IOException, DamagedFile {
        try (Database database = Database.open(file)) {
            List<Declared> declared = new ArrayList<>();
            for (Contents.Layer layer : Contents.of(database).layers()) {
                declared.add(new Declared(layer.table(), layer.family()));
            }
            return Optional.of(declared);
        } catch (BufferUnderflowException | IndexOutOfBoundsException e) {
            throw unreadable(file, e);
        }
    }

    @Override
    public Told read(DatasetFiles files, @Nullable String layer, @Nullable String charset, FeatureSink sink)
            throws IOException, DamagedFile {
        SourceFile file = main(files);
        try (Database database = Database.open(file)) {
            Contents contents = Contents.of(database);
            if (contents.layers().isEmpty()) {
                throw none(file, contents.tiles());
            }
            Told told = null;
            for (Contents.Layer candidate : contents.layers()) {
                if (layer == null || candidate.table().equals(layer)) {
                    new LayerReader(database, candidate, sink).read();
                    told = told(candidate);
                }
            }
            if (told == null) {
                throw new DamagedFile("%s has no layer \"%s\".".formatted(file.name(), layer));
            }
            return told;
        } catch (BufferUnderflowException | IndexOutOfBoundsException e) {
            throw unreadable(file, e);
        }
    }

    private static Told told(Contents.Layer layer) {
        return layer.crs().isEmpty()
                ? Told.silent(
                        "The layer %s says that its reference system is undefined, so nothing says"
                                .formatted(layer.table()),
                        null,
                        "UTF-8")
                : Told.saying(layer.crs(), "UTF-8");
    }

    private static DamagedFile none(SourceFile file, boolean tiles) {
        return tiles
                ? new DamagedFile(
                        ProblemCode.FORMAT_UNSUPPORTED,
                        "%s holds images, which are not read from a GeoPackage; gdal_translate %s out.tif makes a GeoTIFF."
                                .formatted(file.name(), file.name()))
                : new DamagedFile(ProblemCode.EMPTY_DATASET, "%s has no layer with features.".formatted(file.name()));
    }

    private static DamagedFile unreadable(SourceFile file, RuntimeException cause) {
        DamagedFile damaged = new DamagedFile("%s is damaged: a page of it ends too early.".formatted(file.name()));
        damaged.initCause(cause);
        return damaged;
    }
}
