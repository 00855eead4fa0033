/**
 * The contract of {@link org.batchuploader.core.inspect.DatasetInspector} as tests that each adapter's tests extend.
 */
@NullMarked
package org.batchuploader.testkit.inspect;

import org.jspecify.annotations.NullMarked;
