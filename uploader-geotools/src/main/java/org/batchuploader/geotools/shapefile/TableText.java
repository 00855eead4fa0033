package org.batchuploader.geotools.shapefile;

import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.batchuploader.core.inspect.Envelope;
import org.batchuploader.core.inspect.Field;
import org.batchuploader.core.inspect.Problem;
import org.batchuploader.core.inspect.RenamedFields;
import org.batchuploader.core.name.FieldNames;
import org.batchuploader.geotools.charset.CharsetVerdict;
import org.jspecify.annotations.Nullable;

/**
 * A table that was scanned, as text: the character set is decided when it is known where the data lies.
 *
 * @param fields of the columns whose values are in this file, under safe names
 * @param sample the first rows
 * @param problems of the character set and of the names
 */
record TableText(Charset charset, List<Field> fields, List<List<String>> sample, List<Problem> problems) {
    TableText {
        fields = List.copyOf(fields);
        sample = List.copyOf(sample);
        problems = List.copyOf(problems);
    }

    /**
     * @param name of the file
     * @param area EPSG:4326, longitude first; absent when unknown
     */
    static TableText of(TableScan scan, String name, @Nullable Envelope area) {
        List<byte[]> names = scan.columns().stream().map(TableText::rawName).toList();
        CharsetVerdict verdict = CharsetVerdict.of(scan.evidence(), name, names, area);
        List<Field> fields = fields(scan.columns(), verdict.charset());
        var problems = new ArrayList<Problem>();
        verdict.problem().ifPresent(problems::add);
        RenamedFields.problem(fields).ifPresent(problems::add);
        return new TableText(verdict.charset(), fields, sample(scan, verdict.charset()), problems);
    }

    private static byte[] rawName(DbfColumn column) {
        return Arrays.copyOf(column.rawName(), column.nameLength());
    }

    private static List<Field> fields(List<DbfColumn> columns, Charset charset) {
        var values = new DbfValues(charset);
        List<String> originals = columns.stream()
                .map(column -> values.text(column.rawName()).strip())
                .toList();
        List<String> names = FieldNames.of(originals);
        var fields = new ArrayList<Field>();
        for (int i = 0; i < names.size(); i++) {
            DbfColumn column = columns.get(i);
            fields.add(new Field(names.get(i), originals.get(i), column.typeName(), column.width(), column.decimals()));
        }
        return fields;
    }

    private static List<List<String>> sample(TableScan scan, Charset charset) {
        var values = new DbfValues(charset);
        return scan.first().stream()
                .map(row -> {
                    var texts = new ArrayList<String>();
                    for (int i = 0; i < scan.columns().size(); i++) {
                        Object value = values.read(scan.columns().get(i), row.get(i));
                        texts.add(value == null ? "" : value.toString());
                    }
                    return List.copyOf(texts);
                })
                .toList();
    }

    /** Whether a field is published under another name than it has in the file. */
    boolean renames() {
        return RenamedFields.problem(fields).isPresent();
    }
}
