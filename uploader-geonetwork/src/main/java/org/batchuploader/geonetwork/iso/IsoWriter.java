package org.batchuploader.geonetwork.iso;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/**
 * Writes {@code gmd:MD_Metadata}, its elements in the order that the schema of ISO/TS 19139:2007 (20070417) demands. The
 * same record gives the same bytes.
 */
public final class IsoWriter {
    private final IsoRecord record;
    private final GmdElements gmd = new GmdElements();

    private IsoWriter(IsoRecord record) {
        this.record = record;
    }

    /** The document in UTF-8. What the record does not say is left away, or said to be missing where the schema demands it. */
    public static byte[] write(IsoRecord record) {
        var writer = new IsoWriter(record);
        return writer.gmd.document("MD_Metadata", writer::metadata);
    }

    private void metadata() {
        gmd.text("fileIdentifier", record.identifier());
        gmd.code("language", "LanguageCode", record.language());
        gmd.code("characterSet", "MD_CharacterSetCode", "utf8");
        gmd.code("hierarchyLevel", "MD_ScopeCode", "dataset");
        if (record.contact().isEmpty()) {
            gmd.nil("contact", "missing");
        } else {
            party("contact", record.contact().get(0));
        }
        gmd.value("dateStamp", "DateTime", seconds(record.changed()));
        gmd.text("metadataStandardName", "ISO 19115:2003/19139");
        gmd.text("metadataStandardVersion", "1.0");
        if (record.representation() != null) {
            representation(record.representation());
        }
        String crs = record.crs();
        if (crs != null) {
            referenceSystem(crs);
        }
        gmd.property("identificationInfo", "MD_DataIdentification", new IdentificationPart(record, gmd, this)::write);
        gmd.property("distributionInfo", "MD_Distribution", this::distribution);
        gmd.property("dataQualityInfo", "DQ_DataQuality", this::quality);
    }

    void party(String property, Party party) {
        gmd.property(property, "CI_ResponsibleParty", () -> {
            gmd.text("individualName", party.individual());
            gmd.text("organisationName", party.organisation());
            gmd.text("positionName", party.position());
            if (party.email() != null || party.phone() != null) {
                gmd.property("contactInfo", "CI_Contact", () -> reach(party.phone(), party.email()));
            }
            gmd.code("role", "CI_RoleCode", party.role());
        });
    }

    private void reach(@Nullable String phone, @Nullable String email) {
        if (phone != null) {
            gmd.property("phone", "CI_Telephone", () -> gmd.text("voice", phone));
        }
        if (email != null) {
            gmd.property("address", "CI_Address", () -> gmd.text("electronicMailAddress", email));
        }
    }

    private void representation(Representation representation) {
        if (representation instanceof Representation.Grid grid) {
            gmd.property("spatialRepresentationInfo", "MD_GridSpatialRepresentation", () -> grid(grid));
        } else if (representation instanceof Representation.Vector vector) {
            String type = vector.objectType();
            if (type != null) {
                gmd.property("spatialRepresentationInfo", "MD_VectorSpatialRepresentation", () -> vector(vector, type));
            }
        }
    }

    private void vector(Representation.Vector vector, String type) {
        gmd.code("topologyLevel", "MD_TopologyLevelCode", "geometryOnly");
        gmd.property("geometricObjects", "MD_GeometricObjects", () -> {
            gmd.code("geometricObjectType", "MD_GeometricObjectTypeCode", type);
            if (vector.count() > 0) {
                gmd.value("geometricObjectCount", "Integer", Long.toString(vector.count()));
            }
        });
    }

    private void grid(Representation.Grid grid) {
        gmd.value("numberOfDimensions", "Integer", "2");
        dimension("row", grid.rows());
        dimension("column", grid.columns());
        gmd.code("cellGeometry", "MD_CellGeometryCode", "area");
        gmd.value("transformationParameterAvailability", "Boolean", "false");
    }

    private void dimension(String name, int size) {
        gmd.property("axisDimensionProperties", "MD_Dimension", () -> {
            gmd.code("dimensionName", "MD_DimensionNameTypeCode", name);
            gmd.value("dimensionSize", "Integer", Integer.toString(size));
        });
    }

    private void referenceSystem(String crs) {
        int colon = crs.indexOf(':');
        gmd.property(
                "referenceSystemInfo",
                "MD_ReferenceSystem",
                () -> gmd.property("referenceSystemIdentifier", "RS_Identifier", () -> {
                    gmd.text("code", crs.substring(colon + 1));
                    if (colon > 0) {
                        gmd.text("codeSpace", crs.substring(0, colon));
                    }
                }));
    }

    private void distribution() {
        for (String format : record.formats()) {
            gmd.property("distributionFormat", "MD_Format", () -> {
                gmd.demandedText("name", format);
                gmd.nil("version", "unknown");
            });
        }
        if (!record.online().isEmpty()) {
            gmd.property("transferOptions", "MD_DigitalTransferOptions", () -> record.online()
                    .forEach(this::online));
        }
    }

    private void online(OnlineResource resource) {
        gmd.property("onLine", "CI_OnlineResource", () -> {
            gmd.plain("linkage", "URL", resource.linkage());
            gmd.text("protocol", resource.protocol());
            gmd.text("name", resource.name());
            gmd.text("description", resource.description());
            gmd.code("function", "CI_OnLineFunctionCode", resource.function());
        });
    }

    private void quality() {
        gmd.property("scope", "DQ_Scope", () -> gmd.code("level", "MD_ScopeCode", "dataset"));
        Conformity conformity = record.conformity();
        if (conformity != null) {
            gmd.property(
                    "report",
                    "DQ_DomainConsistency",
                    () -> gmd.property("result", "DQ_ConformanceResult", () -> {
                        gmd.property("specification", "CI_Citation", () -> {
                            gmd.text("title", conformity.specification());
                            date(new CitedDate(conformity.published(), "publication"));
                        });
                        gmd.demandedText("explanation", conformity.explanation());
                        if (conformity.pass() == null) {
                            gmd.nil("pass", "unknown");
                        } else {
                            gmd.value("pass", "Boolean", conformity.pass().toString());
                        }
                    }));
        }
        if (!record.lineage().isBlank()) {
            gmd.property("lineage", "LI_Lineage", () -> gmd.text("statement", record.lineage()));
        }
    }

    void date(CitedDate date) {
        gmd.property("date", "CI_Date", () -> {
            gmd.value("date", "Date", date.date().toString());
            gmd.code("dateType", "CI_DateTypeCode", date.type());
        });
    }

    private static String seconds(Instant instant) {
        return instant.truncatedTo(ChronoUnit.SECONDS).toString();
    }
}
