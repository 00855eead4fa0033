package org.batchuploader.geoserver.client;

/** A box in EPSG:4326 degrees, x being the longitude. */
public record BoundingBox(double minx, double miny, double maxx, double maxy) {}
