/**
 * The commands of {@code uploader}. Only this room writes to the terminal; a command reads its words, calls another room, and turns the outcome into text and an exit code.
 */
@NullMarked
package org.batchuploader.app.cli;

import org.jspecify.annotations.NullMarked;
