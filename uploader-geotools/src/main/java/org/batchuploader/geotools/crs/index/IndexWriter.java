package org.batchuploader.geotools.crs.index;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.batchuploader.geotools.crs.definition.Area;
import org.batchuploader.geotools.crs.definition.CrsDefinition;
import org.batchuploader.geotools.crs.definition.Projection;

/** Writes what {@link IndexFile} reads. */
final class IndexWriter {
    private final IndexFile.Content content;
    private final Map<String, Integer> strings = new LinkedHashMap<>();

    IndexWriter(IndexFile.Content content) {
        this.content = content;
    }

    void writeTo(DataOutputStream out) throws IOException {
        var bytes = new ByteArrayOutputStream();
        body(new DataOutputStream(bytes));
        out.writeInt(IndexFile.VERSION);
        out.writeInt(strings.size());
        for (String string : strings.keySet()) {
            out.writeUTF(string);
        }
        bytes.writeTo(out);
    }

    private void body(DataOutputStream out) throws IOException {
        string(out, content.edition());
        String[] words = content.vocabulary().words();
        out.writeInt(words.length);
        for (int i = 0; i < words.length; i++) {
            string(out, words[i]);
            out.writeFloat(content.vocabulary().weights()[i]);
        }
        out.writeInt(content.datums().size());
        for (Datum datum : content.datums()) {
            out.writeInt(datum.code());
            names(out, datum.names());
            words(out, datum.words());
        }
        out.writeInt(content.entries().size());
        for (CrsEntry entry : content.entries()) {
            entry(out, entry);
        }
        out.writeInt(content.horizontal().size());
        for (Map.Entry<Integer, Integer> pair : content.horizontal().entrySet()) {
            out.writeInt(pair.getKey());
            out.writeInt(pair.getValue());
        }
    }

    private void string(DataOutputStream out, String text) throws IOException {
        out.writeInt(strings.computeIfAbsent(text, t -> strings.size()));
    }

    private void names(DataOutputStream out, List<String> names) throws IOException {
        out.writeByte(names.size());
        for (String name : names) {
            string(out, name);
        }
    }

    private static void words(DataOutputStream out, int[][] words) throws IOException {
        out.writeByte(words.length);
        for (int[] name : words) {
            out.writeByte(name.length);
            for (int word : name) {
                out.writeShort(word);
            }
        }
    }

    private void entry(DataOutputStream out, CrsEntry entry) throws IOException {
        string(out, entry.authority());
        out.writeInt(entry.code());
        names(out, entry.names());
        words(out, entry.words());
        out.writeBoolean(entry.deprecated());
        out.writeInt(entry.successor());
        out.writeInt(entry.group());
        out.writeInt(entry.base());
        out.writeShort(entry.datum());
        CrsDefinition definition = entry.definition();
        out.writeDouble(definition.semiMajor());
        out.writeDouble(definition.inverseFlattening());
        out.writeDouble(definition.meridian());
        out.writeDouble(definition.unit());
        Projection projection = definition.projection();
        out.writeBoolean(projection != null);
        if (projection != null) {
            string(out, projection.method().name());
            string(out, projection.methodName());
            sparse(out, projection.values());
        }
        string(out, definition.axes());
        Area area = definition.area();
        out.writeBoolean(area != null);
        if (area != null) {
            doubles(out, area.west(), area.south(), area.east(), area.north());
        }
        string(out, entry.place());
        double[] box = entry.box();
        out.writeBoolean(box != null);
        if (box != null) {
            doubles(out, box);
        }
    }

    private static void doubles(DataOutputStream out, double... values) throws IOException {
        for (double value : values) {
            out.writeDouble(value);
        }
    }

    private static void sparse(DataOutputStream out, double[] values) throws IOException {
        int given = 0;
        for (double value : values) {
            given += Double.isNaN(value) ? 0 : 1;
        }
        out.writeByte(values.length);
        out.writeByte(given);
        for (int i = 0; i < values.length; i++) {
            if (!Double.isNaN(values[i])) {
                out.writeByte(i);
                out.writeDouble(values[i]);
            }
        }
    }
}
