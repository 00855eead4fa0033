package org.batchuploader.geonetwork.iso;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Whether the data keep a specification ({@code DQ_ConformanceResult}), which INSPIRE wants to be said.
 *
 * @param specification its title
 * @param pass absent when it was not examined
 */
public record Conformity(String specification, LocalDate published, String explanation, @Nullable Boolean pass) {}
