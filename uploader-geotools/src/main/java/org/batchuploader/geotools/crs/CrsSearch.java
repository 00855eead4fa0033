package org.batchuploader.geotools.crs;

import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import org.batchuploader.core.inspect.CrsCandidate;
import org.batchuploader.core.inspect.Envelope;
import org.batchuploader.geotools.crs.index.ByExtent;
import org.batchuploader.geotools.crs.index.ByName;
import org.batchuploader.geotools.crs.index.CrsIndex;
import org.batchuploader.geotools.crs.index.Identification;
import org.batchuploader.geotools.crs.text.CrsText;
import org.jspecify.annotations.Nullable;

/** Looks coordinate reference systems up without touching data; only the index is opened, so that it answers at once. */
public final class CrsSearch {
    private static final String EXTENT = "The extent has to be four numbers, minX,minY,maxX,maxY.";

    /**
     * What a text means: well-known text of any dialect, a PROJ string, a code or a name. Best first, with how sure that
     * is; an answer is meant as one when the second value says so.
     */
    public Answer identify(String text) {
        Identification found = Identification.of(CrsIndex.instance(), CrsText.of(text));
        return new Answer(found.best().isPresent(), found.candidates());
    }

    /**
     * Candidates for a text.
     *
     * @param answered whether the first candidate is more likely right than wrong; else they only come near
     */
    public record Answer(boolean answered, List<CrsCandidate> candidates) {
        public Answer {
            candidates = List.copyOf(candidates);
        }
    }

    /**
     * By words of names and places, by code, or by a definition.
     *
     * @param query words; empty for anything
     * @param extent in the coordinates of the data, which then has to lie in the area of use
     * @param most at most so many
     */
    public List<CrsCandidate> search(String query, @Nullable Envelope extent, int most) {
        CrsIndex index = CrsIndex.instance();
        if (CrsText.of(query).definition().isPresent()) {
            return identify(query).candidates().stream().limit(most).toList();
        }
        return query.isBlank() && extent != null
                ? new ByExtent(index).rank(extent).stream().limit(most).toList()
                : new ByName(index).search(query, extent, most);
    }

    /**
     * A box written as {@code minX,minY,maxX,maxY}.
     *
     * @throws IllegalArgumentException with a sentence, when it is none
     */
    public static Envelope extent(String text) {
        String[] numbers = text.split(",", -1);
        try {
            double[] n = Stream.of(numbers).mapToDouble(Double::parseDouble).toArray();
            if (n.length == 4 && DoubleStream.of(n).allMatch(Double::isFinite)) {
                return new Envelope(n[0], n[1], n[2], n[3]);
            }
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(EXTENT, e);
        }
        throw new IllegalArgumentException(EXTENT);
    }

    /** The edition of the EPSG dataset that is searched. */
    public String edition() {
        return CrsIndex.instance().edition();
    }
}
