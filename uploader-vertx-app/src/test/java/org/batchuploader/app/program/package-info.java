/** The packaged program from outside: processes, signals, ports and exit codes. Needs the package phase before. */
@NullMarked
package org.batchuploader.app.program;

import org.jspecify.annotations.NullMarked;
