package org.batchuploader.geotools.csv;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.batchuploader.core.inspect.DatasetFiles;
import org.batchuploader.core.inspect.Format;
import org.batchuploader.core.inspect.Problem;
import org.batchuploader.core.inspect.SourceFile;
import org.batchuploader.geotools.DamagedFile;
import org.batchuploader.geotools.crs.PrjFile;
import org.batchuploader.geotools.vector.FeatureSink;
import org.batchuploader.geotools.vector.Told;
import org.batchuploader.geotools.vector.VectorFormat;
import org.jspecify.annotations.Nullable;

/** Tables with a column each for x and y, or one for well-known text. Coordinates stay attributes, too. */
public final class CsvFormat implements VectorFormat {
    @Override
    public Format format() {
        return Format.CSV;
    }

    @Override
    public List<String> extensions() {
        return List.of("csv", "tsv");
    }

    @Override
    public Told read(DatasetFiles files, @Nullable String layer, @Nullable String charset, FeatureSink sink)
            throws IOException, DamagedFile {
        SourceFile file = main(files);
        TextFile text = TextFile.of(file, files, charset);
        boolean tabs = file.name().toLowerCase(java.util.Locale.ROOT).endsWith(".tsv");
        char delimiter = Delimiter.of(text, tabs);
        try (CsvReader reader = new CsvReader(file.name(), text.open(), delimiter)) {
            var rows = new RowReader(file.name(), reader, delimiter != ',', sink);
            Columns columns = rows.read();
            String crs = PrjFile.read(files.find("prj"));
            return told(
                            crs.isEmpty() ? rows.srid() : crs,
                            columns,
                            file.name(),
                            text.charset().name())
                    .with(problems(text, rows));
        }
    }

    private static Told told(String crs, Columns columns, String file, String charset) {
        if (!crs.isEmpty()) {
            return Told.saying(crs, charset);
        }
        String hint = columns.degrees() && columns.wkt() < 0 ? "EPSG:4326" : null;
        return Told.silent("A table like %s does not say".formatted(file), hint, charset);
    }

    private static List<Problem> problems(TextFile text, RowReader rows) {
        List<Problem> problems = new ArrayList<>(rows.problems());
        text.problem().ifPresent(problems::add);
        return problems;
    }
}
