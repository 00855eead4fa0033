/**
 * Which files belong together, by name alone. Pure rules, no state: everybody who groups files (intake, archives) asks here.
 */
@NullMarked
package org.batchuploader.core.bundle;

import org.jspecify.annotations.NullMarked;
