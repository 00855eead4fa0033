/**
 * What an owner may see and do with uploads, layers and notices: {@link org.batchuploader.core.desk.Desk}. Every door
 * (HTTP, FTP's SITE, a Java program) asks here, so that who may do what is decided in one place.
 */
@NullMarked
package org.batchuploader.core.desk;

import org.jspecify.annotations.NullMarked;
