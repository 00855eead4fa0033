/**
 * Styles that owners deliver with their data, made harmless before a map server sees them. Start with
 * {@link org.batchuploader.remote.style.UploadedStyle}. What comes in is text from outside, and nothing it points to is fetched.
 */
@NullMarked
package org.batchuploader.remote.style;

import org.jspecify.annotations.NullMarked;
