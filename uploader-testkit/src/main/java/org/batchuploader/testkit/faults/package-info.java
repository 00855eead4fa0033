/**
 * Makes something go wrong at every named point of the way, in real processes of the packaged service in front of a real PostgreSQL and
 * the three fakes, and judges what became of it. Read {@link org.batchuploader.testkit.faults.FaultRun} first. What a single test
 * needs of faults is elsewhere: {@code fake} has the ways of remote systems to misbehave.
 */
@NullMarked
package org.batchuploader.testkit.faults;

import org.jspecify.annotations.NullMarked;
