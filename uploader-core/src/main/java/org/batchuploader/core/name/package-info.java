/**
 * The one canonicaliser for names that come from outside (FTP, HTTP, archives, user names) and the rules that turn them into layer names. Names are data here, never paths.
 */
@NullMarked
package org.batchuploader.core.name;

import org.jspecify.annotations.NullMarked;
