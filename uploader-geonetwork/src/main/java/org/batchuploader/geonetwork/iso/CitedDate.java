package org.batchuploader.geonetwork.iso;

import java.time.LocalDate;

/**
 * A day in the life of the data ({@code CI_Date}).
 *
 * @param type of the code list {@code CI_DateTypeCode}: {@code creation}, {@code publication} or {@code revision}
 */
public record CitedDate(LocalDate date, String type) {}
