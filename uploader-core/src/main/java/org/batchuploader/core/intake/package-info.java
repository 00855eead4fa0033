/**
 * The door behind all doors: takes what a source has received, assembles bundles, and commits upload and task before the source may say received.
 */
@NullMarked
package org.batchuploader.core.intake;

import org.jspecify.annotations.NullMarked;
