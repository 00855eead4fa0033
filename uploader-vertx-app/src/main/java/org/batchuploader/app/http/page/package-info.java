/**
 * The pages, made on the server and working without scripts. Text of anybody only gets in escaped.
 */
@NullMarked
package org.batchuploader.app.http.page;

import org.jspecify.annotations.NullMarked;
