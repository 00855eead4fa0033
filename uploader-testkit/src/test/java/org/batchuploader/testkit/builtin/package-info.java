/** The stand-ins of the core, under the contracts of their ports. */
@NullMarked
package org.batchuploader.testkit.builtin;

import org.jspecify.annotations.NullMarked;
