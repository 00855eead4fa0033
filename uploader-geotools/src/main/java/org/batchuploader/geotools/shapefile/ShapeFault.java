package org.batchuploader.geotools.shapefile;

/** What can be wrong with a shape and be put right without a loss. */
enum ShapeFault {
    /** The box is not the one around the vertices. */
    BOX("the box around %s did not fit the vertices"),
    OPEN_RING("a ring of %s was not closed"),
    ORIENTATION("rings of %s ran the wrong way round"),
    EMPTY_PART("parts of %s had too few points to be anything"),
    PART_INDEX("the first part of %s did not begin at its first point"),
    LENGTH("the length in the header of %s was not that of its shape"),
    TYPE("the type of %s does not exist; it is like its neighbours"),
    NUMBER("%s did not bear the number of its place");

    private final String sentence;

    ShapeFault(String sentence) {
        this.sentence = sentence;
    }

    int bit() {
        return 1 << ordinal();
    }

    /** Half a sentence, {@code of} being which records. */
    String tell(String of) {
        return sentence.formatted(of);
    }
}
