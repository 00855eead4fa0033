/** How fast bytes come in and are kept, against a plain copy with fsync of the same bytes. */
@NullMarked
package org.batchuploader.benchmarks.intake;

import org.jspecify.annotations.NullMarked;
