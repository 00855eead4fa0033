/**
 * What every adapter of user directory and accounts has to keep, as a JUnit class to extend.
 */
@NullMarked
package org.batchuploader.testkit.user;

import org.jspecify.annotations.NullMarked;
