package org.batchuploader.geotools.charset;

import java.nio.charset.Charset;

/**
 * A character set that text may be in.
 *
 * @param confidence in [0, 1]: how often such an answer is right
 * @param language the text then reads as, a BCP 47 tag; {@code "und"} when it is none we know
 */
public record CharsetGuess(Charset charset, double confidence, String language) {}
