/**
 * What every catalog, portal and metadata registry must do, as JUnit classes to extend, and publications of real small
 * files to do it with. Start with {@link org.batchuploader.testkit.publish.LayerCatalogContract}.
 */
@NullMarked
package org.batchuploader.testkit.publish;

import org.jspecify.annotations.NullMarked;
