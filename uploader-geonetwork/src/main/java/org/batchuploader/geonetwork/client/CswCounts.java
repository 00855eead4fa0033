package org.batchuploader.geonetwork.client;

/** What a transaction says it did ({@code csw:TransactionSummary}). */
public record CswCounts(int inserted, int updated, int deleted) {}
