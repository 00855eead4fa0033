package org.batchuploader.app.api;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.batchuploader.core.id.LayerId;
import org.batchuploader.core.inspect.Correction;
import org.batchuploader.core.inspect.Envelope;
import org.batchuploader.core.inspect.Inspection;
import org.batchuploader.core.publish.Layer;
import org.batchuploader.core.publish.Link;
import org.batchuploader.core.upload.Dataset;
import org.batchuploader.core.upload.DatasetState;
import org.jspecify.annotations.Nullable;

/**
 * A dataset with all that was learned of it.
 *
 * @param extent minX, minY, maxX, maxY in the dataset's own coordinates, x first
 * @param geographicExtent the same in EPSG:4326, longitude first
 * @param crs authority and code
 * @param layer the layer's name
 */
public record DatasetJson(
        String id,
        String name,
        DatasetState state,
        @Nullable String format,
        @Nullable String geometryType,
        @Nullable Long count,
        @Nullable List<Column> fields,
        @Nullable List<Double> extent,
        @Nullable List<Double> geographicExtent,
        @Nullable String crs,
        @Nullable String crsName,
        @Nullable String charset,
        @Nullable Raster raster,
        CorrectionJson correction,
        List<ProblemJson> problems,
        @Nullable String layer,
        List<Link> links,
        @Nullable String thumbnail,
        @Nullable String preview) {
    /** An attribute; {@code type} is {@code string}, {@code integer}, {@code number}, {@code date} or {@code boolean}. */
    public record Column(String name, String originalName, String type, int width, int decimals) {}

    /** Size in pixels, a type for each band, and the declared value for no data. */
    public record Raster(int width, int height, List<String> bands, @Nullable String noData) {}

    static DatasetJson of(Dataset dataset, Map<LayerId, Layer> layers) {
        Optional<Inspection> seen = Optional.ofNullable(dataset.inspection());
        var vector = seen.map(Inspection::vector);
        var crs = seen.map(Inspection::crs);
        Optional<Layer> layer = Optional.ofNullable(dataset.layer()).map(layers::get);
        String href = "/api/v1/datasets/" + dataset.id() + "/";
        return new DatasetJson(
                dataset.id().value(),
                dataset.name(),
                dataset.state(),
                seen.map(Inspection::format).map(f -> f.title()).orElse(null),
                vector.map(v -> v.geometryType()).orElse(null),
                vector.map(v -> v.count()).orElse(null),
                vector.map(v -> v.fields().stream()
                                .map(f -> new Column(f.name(), f.originalName(), f.type(), f.width(), f.decimals()))
                                .toList())
                        .orElse(null),
                seen.map(Inspection::extent).map(DatasetJson::numbers).orElse(null),
                seen.map(Inspection::geographicExtent).map(DatasetJson::numbers).orElse(null),
                crs.map(c -> c.code()).orElse(null),
                crs.map(c -> c.name()).orElse(null),
                vector.map(v -> v.charset()).orElse(null),
                seen.map(Inspection::raster)
                        .map(r -> new Raster(r.width(), r.height(), r.bands(), r.noData()))
                        .orElse(null),
                CorrectionJson.of(dataset.correction()),
                dataset.problems().stream().map(ProblemJson::of).toList(),
                layer.map(Layer::name).orElse(null),
                layer.map(Layer::links).orElse(List.of()),
                dataset.thumbnail() == null ? null : href + "thumbnail",
                dataset.preview() == null ? null : href + "preview");
    }

    /** What its owner supplied, or supplies now; unknown keys are refused. */
    public record CorrectionJson(
            @Nullable String crs, @Nullable String charset, @Nullable String name, @Nullable Boolean overwrite) {
        static CorrectionJson of(Correction c) {
            return new CorrectionJson(c.crs(), c.charset(), c.name(), c.overwrite());
        }

        public Correction correction() {
            return new Correction(crs, charset, name, overwrite);
        }
    }

    private static List<Double> numbers(Envelope e) {
        return List.of(e.minX(), e.minY(), e.maxX(), e.maxY());
    }
}
