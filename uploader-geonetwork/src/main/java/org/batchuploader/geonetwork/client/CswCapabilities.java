package org.batchuploader.geonetwork.client;

/**
 * What a catalogue says it is.
 *
 * @param title its own
 * @param version of the protocol, {@code 2.0.2}
 * @param transactions whether it offers to insert, update and delete
 */
public record CswCapabilities(String title, String version, boolean transactions) {}
