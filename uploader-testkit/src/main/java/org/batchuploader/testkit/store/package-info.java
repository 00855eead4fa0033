/**
 * What every adapter of the stores and of their transactions has to keep, as JUnit classes to extend; {@link org.batchuploader.testkit.store.Stores} is what an adapter hands them.
 */
@NullMarked
package org.batchuploader.testkit.store;

import org.jspecify.annotations.NullMarked;
