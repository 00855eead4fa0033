/**
 * What an administrator wants to know before the first upload fails. Each system that takes part gives a
 * {@link org.batchuploader.core.doctor.Checkup}. A finding that is not good says what to do.
 */
@NullMarked
package org.batchuploader.core.doctor;

import org.jspecify.annotations.NullMarked;
