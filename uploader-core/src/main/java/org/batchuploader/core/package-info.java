/**
 * The whole uploader for a Java program to embed: {@link org.batchuploader.core.Uploader}, made by its builder. Every other package is one room of the house; none of them needs this one.
 */
@NullMarked
package org.batchuploader.core;

import org.jspecify.annotations.NullMarked;
