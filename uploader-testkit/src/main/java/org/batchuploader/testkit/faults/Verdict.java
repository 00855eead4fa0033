package org.batchuploader.testkit.faults;

import java.util.List;

/**
 * What is wrong after a trial, each with a sentence.
 *
 * @param lost work that was acknowledged and has no ending, another than it should, or one that nobody was told
 * @param doubled what is there twice: layers, records, notices
 * @param orphans what is left of something that is not there
 */
record Verdict(List<String> lost, List<String> doubled, List<String> orphans) {
    boolean isGood() {
        return lost.isEmpty() && doubled.isEmpty() && orphans.isEmpty();
    }

    @Override
    public String toString() {
        return isGood() ? "good" : "lost " + lost + " doubled " + doubled + " orphans " + orphans;
    }
}
