package org.batchuploader.geotools.crs.index;

import java.io.DataInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.batchuploader.geotools.crs.definition.Area;
import org.batchuploader.geotools.crs.definition.CrsDefinition;
import org.batchuploader.geotools.crs.definition.Method;
import org.batchuploader.geotools.crs.definition.Projection;

/** The resource's form: a table of strings, the vocabulary, datums, entries, and codes that stand for others. */
final class IndexFile {
    static final int VERSION = 1;

    private final String[] strings;

    private IndexFile(String[] strings) {
        this.strings = strings;
    }

    /** Everything that is in the file. */
    record Content(
            String edition,
            Vocabulary vocabulary,
            List<Datum> datums,
            List<CrsEntry> entries,
            Map<Integer, Integer> horizontal) {}

    static Content read(DataInputStream in) throws IOException {
        if (in.readInt() != VERSION) {
            throw new IOException("the index of coordinate reference systems is of another version");
        }
        String[] strings = new String[in.readInt()];
        for (int i = 0; i < strings.length; i++) {
            strings[i] = in.readUTF();
        }
        return new IndexFile(strings).content(in);
    }

    private Content content(DataInputStream in) throws IOException {
        String edition = string(in);
        String[] words = new String[in.readInt()];
        float[] weights = new float[words.length];
        for (int i = 0; i < words.length; i++) {
            words[i] = string(in);
            weights[i] = in.readFloat();
        }
        var datums = new ArrayList<Datum>();
        for (int n = in.readInt(); n > 0; n--) {
            datums.add(new Datum(in.readInt(), names(in), words(in)));
        }
        var entries = new ArrayList<CrsEntry>();
        for (int n = in.readInt(); n > 0; n--) {
            entries.add(entry(in, datums));
        }
        var horizontal = new LinkedHashMap<Integer, Integer>();
        for (int n = in.readInt(); n > 0; n--) {
            horizontal.put(in.readInt(), in.readInt());
        }
        return new Content(
                edition, new Vocabulary(words, weights), List.copyOf(datums), List.copyOf(entries), horizontal);
    }

    private String string(DataInputStream in) throws IOException {
        return strings[in.readInt()];
    }

    private List<String> names(DataInputStream in) throws IOException {
        String[] names = new String[in.readByte()];
        for (int i = 0; i < names.length; i++) {
            names[i] = string(in);
        }
        return List.of(names);
    }

    private static int[][] words(DataInputStream in) throws IOException {
        int[][] words = new int[in.readByte()][];
        for (int i = 0; i < words.length; i++) {
            words[i] = new int[in.readByte()];
            for (int j = 0; j < words[i].length; j++) {
                words[i][j] = in.readShort();
            }
        }
        return words;
    }

    private CrsEntry entry(DataInputStream in, List<Datum> datums) throws IOException {
        String authority = string(in);
        int code = in.readInt();
        List<String> names = names(in);
        int[][] words = words(in);
        boolean deprecated = in.readBoolean();
        int successor = in.readInt();
        int group = in.readInt();
        int base = in.readInt();
        int datum = in.readShort();
        double[] figure = doubles(in, 4);
        Projection projection =
                in.readBoolean() ? new Projection(Method.valueOf(string(in)), string(in), sparse(in)) : null;
        String axes = string(in);
        double[] area = in.readBoolean() ? doubles(in, 4) : null;
        var definition = new CrsDefinition(
                names.get(0),
                List.of(datums.get(datum).name()),
                "",
                figure[0],
                figure[1],
                figure[2],
                projection,
                figure[3],
                axes,
                OptionalInt.empty(),
                area == null ? null : new Area(area[0], area[1], area[2], area[3]));
        String place = string(in);
        double[] box = in.readBoolean() ? doubles(in, 4) : null;
        return new CrsEntry(
                authority, code, names, words, deprecated, successor, group, base, datum, definition, place, box);
    }

    private static double[] doubles(DataInputStream in, int count) throws IOException {
        double[] values = new double[count];
        for (int i = 0; i < count; i++) {
            values[i] = in.readDouble();
        }
        return values;
    }

    private static double[] sparse(DataInputStream in) throws IOException {
        double[] values = new double[in.readByte()];
        Arrays.fill(values, Double.NaN);
        for (int n = in.readByte(); n > 0; n--) {
            values[in.readByte()] = in.readDouble();
        }
        return values;
    }
}
