package org.batchuploader.core.inspect;

/**
 * A CRS that a dataset may be in.
 *
 * @param code authority and code
 * @param confidence in [0, 1]
 * @param reason why it is offered, as the owner may read it
 */
public record CrsCandidate(String code, String name, double confidence, String reason) {}
