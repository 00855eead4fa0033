/**
 * What every adapter of the task queue has to keep, as a JUnit class to extend.
 */
@NullMarked
package org.batchuploader.testkit.task;

import org.jspecify.annotations.NullMarked;
