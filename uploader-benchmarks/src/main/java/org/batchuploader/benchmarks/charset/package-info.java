/**
 * Character sets: {@link org.batchuploader.benchmarks.charset.CharsetRun} measures how often the detection is right, beside others' detectors;
 * {@link org.batchuploader.benchmarks.charset.LetterTables} makes the tables it knows languages by. What the one measures with, the other never sees.
 */
@NullMarked
package org.batchuploader.benchmarks.charset;

import org.jspecify.annotations.NullMarked;
