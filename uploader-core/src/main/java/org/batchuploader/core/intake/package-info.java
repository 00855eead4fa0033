/**
 * The door behind all doors: takes what a source has received, assembles bundles, and commits upload and task before the source may say received. A new way in implements {@link org.batchuploader.core.intake.UploadSource}.
 */
@NullMarked
package org.batchuploader.core.intake;

import org.jspecify.annotations.NullMarked;
