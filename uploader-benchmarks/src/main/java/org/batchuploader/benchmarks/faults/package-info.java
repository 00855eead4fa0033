/**
 * The whole of points and faults, as long as that takes. What is tried and how it is judged is testkit's; here is only the command.
 * Nothing else belongs here.
 */
@NullMarked
package org.batchuploader.benchmarks.faults;

import org.jspecify.annotations.NullMarked;
