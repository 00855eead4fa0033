/**
 * The folders people see over FTP and its like: a file system made of rows ({@link org.batchuploader.core.drop.DropStore}) over blobs. What is written here and ends well becomes an arrival for the intake.
 */
@NullMarked
package org.batchuploader.core.drop;

import org.jspecify.annotations.NullMarked;
