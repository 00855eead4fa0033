package org.batchuploader.core.builtin;

import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Map;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import org.batchuploader.core.inspect.CoordinateReferenceSystem;
import org.batchuploader.core.inspect.Envelope;
import org.batchuploader.core.inspect.Format;
import org.batchuploader.core.inspect.Inspection;
import org.batchuploader.core.inspect.RasterDescription;
import org.batchuploader.core.inspect.VectorDescription;
import org.batchuploader.core.publish.Link;
import org.batchuploader.core.publish.Publication;
import org.batchuploader.core.user.Owner;

/**
 * A layer's metadata as {@code gmd:MD_Metadata}, elements in the order of the schema of ISO/TS 19139:2007. The file
 * identifier is the publication's. Bounding boxes are in degrees.
 */
final class Iso19139Record {
    private static final Map<String, String> PROTOCOLS = Map.of(
            "wms", "OGC:WMS",
            "wfs", "OGC:WFS",
            "wcs", "OGC:WCS",
            "geojson", "WWW:DOWNLOAD-1.0-http--download",
            "original", "WWW:DOWNLOAD-1.0-http--download");

    private final Publication publication;
    private final Inspection inspection;
    private final GmdWriter gmd;

    private Iso19139Record(Publication publication, GmdWriter gmd) {
        this.publication = publication;
        this.inspection = publication.inspection();
        this.gmd = gmd;
    }

    static void write(Publication publication, OutputStream out) throws IOException {
        try {
            var xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(out, "UTF-8");
            new Iso19139Record(publication, new GmdWriter(xml)).metadata();
        } catch (XMLStreamException e) {
            throw new IOException("cannot write the record of " + publication.name(), e);
        }
    }

    private void metadata() throws XMLStreamException {
        gmd.document("MD_Metadata", () -> {
            gmd.text("fileIdentifier", publication.identifier());
            gmd.code("language", "LanguageCode", "eng");
            gmd.code("characterSet", "MD_CharacterSetCode", "utf8");
            gmd.code("hierarchyLevel", "MD_ScopeCode", "dataset");
            party("contact");
            gmd.value("dateStamp", "DateTime", publication.at().toString());
            gmd.text("metadataStandardName", "ISO 19115:2003/19139");
            gmd.text("metadataStandardVersion", "1.0");
            CoordinateReferenceSystem crs = inspection.crs();
            if (crs != null) {
                referenceSystem(crs);
            }
            gmd.property("identificationInfo", "MD_DataIdentification", this::identification);
            gmd.property("distributionInfo", "MD_Distribution", this::distribution);
            gmd.property("dataQualityInfo", "DQ_DataQuality", this::lineage);
        });
    }

    private void party(String role) throws XMLStreamException {
        Owner owner = publication.owner();
        gmd.property(role, "CI_ResponsibleParty", () -> {
            gmd.text("individualName", owner.name());
            String email = owner.email();
            if (email != null) {
                gmd.property(
                        "contactInfo",
                        "CI_Contact",
                        () -> gmd.property("address", "CI_Address", () -> gmd.text("electronicMailAddress", email)));
            }
            gmd.code("role", "CI_RoleCode", "pointOfContact");
        });
    }

    private void referenceSystem(CoordinateReferenceSystem crs) throws XMLStreamException {
        int colon = crs.code().lastIndexOf(':');
        gmd.property(
                "referenceSystemInfo",
                "MD_ReferenceSystem",
                () -> gmd.property("referenceSystemIdentifier", "RS_Identifier", () -> {
                    gmd.text("code", crs.code().substring(colon + 1));
                    if (colon > 0) {
                        gmd.text("codeSpace", crs.code().substring(0, colon));
                    }
                }));
    }

    private void identification() throws XMLStreamException {
        gmd.property("citation", "CI_Citation", () -> {
            gmd.text("title", publication.title());
            gmd.property("date", "CI_Date", () -> {
                gmd.value("date", "DateTime", publication.at().toString());
                gmd.code("dateType", "CI_DateTypeCode", "publication");
            });
        });
        gmd.text("abstract", summary());
        party("pointOfContact");
        String representation = inspection.raster() == null ? "vector" : "grid";
        gmd.code("spatialRepresentationType", "MD_SpatialRepresentationTypeCode", representation);
        gmd.code("language", "LanguageCode", "und");
        gmd.unknown("topicCategory");
        Envelope box = inspection.geographicExtent();
        if (box != null) {
            gmd.property(
                    "extent",
                    "EX_Extent",
                    () -> gmd.property("geographicElement", "EX_GeographicBoundingBox", () -> {
                        gmd.value("westBoundLongitude", "Decimal", degrees(box.minX()));
                        gmd.value("eastBoundLongitude", "Decimal", degrees(box.maxX()));
                        gmd.value("southBoundLatitude", "Decimal", degrees(box.minY()));
                        gmd.value("northBoundLatitude", "Decimal", degrees(box.maxY()));
                    }));
        }
    }

    private String summary() {
        VectorDescription vector = inspection.vector();
        RasterDescription raster = inspection.raster();
        String content = vector != null
                ? vector.count() + " features (" + vector.geometryType() + ")"
                : raster != null
                        ? raster.width() + " by " + raster.height() + " pixels, "
                                + raster.bands().size() + " band(s)"
                        : "no description";
        return publication.title() + ": " + format() + ", " + content + ", delivered by "
                + publication.owner().name() + ".";
    }

    private String format() {
        Format format = inspection.format();
        return format == null ? "unknown format" : format.title();
    }

    private void distribution() throws XMLStreamException {
        gmd.property("distributionFormat", "MD_Format", () -> {
            gmd.text("name", format());
            gmd.unknown("version");
        });
        if (publication.links().isEmpty()) {
            return;
        }
        gmd.property("transferOptions", "MD_DigitalTransferOptions", () -> {
            for (Link link : publication.links()) {
                gmd.property("onLine", "CI_OnlineResource", () -> {
                    gmd.url("linkage", link.href());
                    gmd.text("protocol", PROTOCOLS.getOrDefault(link.rel(), "WWW:LINK-1.0-http--link"));
                    gmd.text("name", link.title());
                });
            }
        });
    }

    private void lineage() throws XMLStreamException {
        gmd.property("scope", "DQ_Scope", () -> gmd.code("level", "MD_ScopeCode", "dataset"));
        gmd.property(
                "lineage",
                "LI_Lineage",
                () -> gmd.text(
                        "statement",
                        "Delivered as " + format() + " by "
                                + publication.owner().name() + "; published unchanged on "
                                + publication.at().toString().substring(0, 10) + "."));
    }

    private static String degrees(double value) {
        return BigDecimal.valueOf(value)
                .setScale(7, RoundingMode.HALF_EVEN)
                .stripTrailingZeros()
                .toPlainString();
    }
}
