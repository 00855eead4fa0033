package org.batchuploader.geotools.shapefile;

/** What can be wrong with a shape and be put right without a loss. */
enum ShapeFault {
    /** The box is not the one around the vertices. */
    BOX(0, "the box around %s did not fit the vertices"),
    OPEN_RING(1, "a ring of %s was not closed"),
    ORIENTATION(2, "rings of %s ran the wrong way round"),
    EMPTY_PART(3, "parts of %s had too few points to be anything"),
    PART_INDEX(4, "the first part of %s did not begin at its first point"),
    LENGTH(5, "the length in the header of %s was not that of its shape"),
    TYPE(6, "the type of %s does not exist; it is like its neighbours"),
    NUMBER(7, "%s did not bear the number of its place");

    private final int place;
    private final String sentence;

    ShapeFault(int place, String sentence) {
        this.place = place;
        this.sentence = sentence;
    }

    /** Its place among the counters of faults. */
    int place() {
        return place;
    }

    int bit() {
        return 1 << place;
    }

    /** Half a sentence, {@code of} being which records. */
    String tell(String of) {
        return sentence.formatted(of);
    }
}
