package org.batchuploader.geonetwork.iso;

/** A box in degrees of longitude (-180 to 180) and latitude (-90 to 90), EPSG:4326 ({@code EX_GeographicBoundingBox}). */
public record Box(double west, double east, double south, double north) {}
