/**
 * Looks at the whole chain before the first upload: {@link org.batchuploader.app.doctor.Doctor}. Every system that is
 * configured gives a checkup of its own; here are those of the machine. {@link org.batchuploader.app.doctor.Probe} sends a
 * tiny layer through.
 */
@NullMarked
package org.batchuploader.app.doctor;

import org.jspecify.annotations.NullMarked;
