package org.batchuploader.testkit.faults;

import java.util.List;
import java.util.Map;

/**
 * What rows and systems say when the work is over.
 *
 * @param name of the layer
 * @param upload that was acknowledged last; empty when none was
 * @param expected the state in which it should be
 * @param unsettled uploads without an ending, tasks, and word of tasks that no broker has
 * @param state in which the upload is; none when it is not there
 * @param reasons its history, for the reader
 * @param dead tasks that were given up
 * @param ended each ending that a dataset came to, its id and the kind
 * @param told each notice, its dataset's id and the kind
 * @param layers rows of layers, the name and the state
 * @param shown the upload that each of these shows
 * @param held what each system has of it, a line each
 */
record Evidence(
        String name,
        String upload,
        String expected,
        List<String> unsettled,
        List<String> state,
        List<String> reasons,
        List<String> dead,
        List<String> ended,
        List<String> told,
        List<String> layers,
        List<String> shown,
        Map<String, List<String>> held) {}
