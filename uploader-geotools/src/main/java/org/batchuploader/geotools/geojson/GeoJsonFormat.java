package org.batchuploader.geotools.geojson;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.core.io.JsonEOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.Charset;
import org.batchuploader.core.inspect.Format;
import org.batchuploader.core.inspect.ProblemCode;
import org.batchuploader.core.inspect.SourceFile;
import org.batchuploader.geotools.DamagedFile;
import org.batchuploader.geotools.vector.FeatureSink;
import org.batchuploader.geotools.vector.StreamedFormat;
import org.batchuploader.geotools.vector.Told;
import org.jspecify.annotations.Nullable;

/** GeoJSON in one document or in many. */
public final class GeoJsonFormat extends StreamedFormat {
    private static final int DEEPEST = 100;
    private static final int LONGEST_TEXT = 10_000_000;

    private static final JsonFactory JSON = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(DEEPEST)
                    .maxStringLength(LONGEST_TEXT)
                    .maxNumberLength(1000)
                    .maxNameLength(10_000)
                    .build())
            .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
            .disable(StreamReadFeature.AUTO_CLOSE_SOURCE)
            .build();

    public GeoJsonFormat() {
        super(Format.GEOJSON, "geojson", "json", "geojsonl", "geojsons", "ndjson", "ndgeojson");
    }

    @Override
    protected Told read(SourceFile file, InputStream in, @Nullable String charset, FeatureSink sink)
            throws IOException, DamagedFile {
        try (JsonParser json = parser(new WithoutSeparators(in), charset)) {
            return new DocumentReader(json, file.name(), charset == null ? "UTF-8" : charset, sink).read();
        } catch (JsonProcessingException e) {
            throw damaged(file, e);
        }
    }

    private static JsonParser parser(InputStream in, @Nullable String charset) throws IOException {
        return charset == null
                ? JSON.createParser(in)
                : JSON.createParser(new InputStreamReader(in, Charset.forName(charset)));
    }

    private static DamagedFile damaged(SourceFile file, JsonProcessingException e) {
        JsonLocation location = e.getLocation();
        String where = location == null
                ? "a place unknown"
                : "line %d, column %d".formatted(location.getLineNr(), location.getColumnNr());
        if (e instanceof JsonEOFException) {
            return new DamagedFile(
                    "%s is cut off: it ends at %s, in the middle of its content.".formatted(file.name(), where));
        }
        if (e instanceof StreamConstraintsException) {
            return new DamagedFile(
                    "%s is nested deeper or has longer texts than any map needs, at %s.".formatted(file.name(), where));
        }
        if (e.getOriginalMessage().startsWith("Invalid UTF-8")) {
            return new DamagedFile(
                    ProblemCode.CHARSET_INVALID,
                    "The text of %s at %s is not in UTF-8, as JSON has to be.".formatted(file.name(), where));
        }
        return new DamagedFile("%s is no valid JSON: there is a mistake at %s.".formatted(file.name(), where));
    }
}
