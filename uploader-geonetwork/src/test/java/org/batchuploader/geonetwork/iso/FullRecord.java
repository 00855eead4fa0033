package org.batchuploader.geonetwork.iso;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/** A record that says all there is room for. */
final class FullRecord {
    static final String ID = "2f8a5c4e-0d0b-4a52-9f0e-0c7c1a9b1c11";

    private FullRecord() {}

    static IsoRecordBuilder vector() {
        return IsoRecord.of(ID, "Roads & ways of <Testland>", "All roads.", Instant.parse("2026-01-02T03:04:05.678Z"))
                .resource("batch-uploader:layer-1")
                .purpose("Planning.")
                .dates(List.of(
                        new CitedDate(LocalDate.of(2020, 2, 3), "creation"),
                        new CitedDate(LocalDate.of(2026, 1, 2), "publication")))
                .contact(List.of(
                        new Party("Ann", "Town of Testland", "Head", "gis@example.org", "+41 1 234", "pointOfContact"),
                        Party.contact("maria", null, null).as("distributor")))
                .language("ger")
                .dataLanguage("fre")
                .charset("8859part1")
                .keywords(List.of(
                        new Keywords(List.of("roads", "ways"), null),
                        new Keywords(List.of("Verkehrsnetze"), Keywords.INSPIRE_THEMES)))
                .topics(List.of("transportation"))
                .constraints(new Constraints(
                        List.of("Not for navigation"),
                        List.of("no limitations to public access"),
                        List.of("CC BY 4.0")))
                .representation(new Representation.Vector("curve", 1200))
                .scale(25_000L)
                .box(new Box(-10.5, 20.25, 35, 47.125))
                .crs("EPSG:2056")
                .lineage("Digitised.\nReceived by Batch Uploader.")
                .formats(List.of("GeoPackage", "ESRI Shapefile"))
                .online(List.of(
                        new OnlineResource(
                                "https://maps.example/ows", OnlineResource.WMS, "up:roads", "WMS", "download"),
                        new OnlineResource(
                                "https://maps.example/x?a=1&b=2", OnlineResource.PAGE, "Page", null, "information")))
                .thumbnail("https://maps.example/thumbnail.png")
                .conformity(
                        new Conformity("INSPIRE data specification", LocalDate.of(2010, 12, 8), "not tested", null));
    }

    static IsoRecordBuilder raster() {
        return vector().representation(new Representation.Grid(800, 600, 24.987654))
                .scale(null)
                .conformity(new Conformity("INSPIRE data specification", LocalDate.of(2010, 12, 8), "tested", true));
    }
}
