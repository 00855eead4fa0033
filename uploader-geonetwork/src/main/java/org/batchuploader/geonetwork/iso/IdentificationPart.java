package org.batchuploader.geonetwork.iso;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The part of a record that says what the data are: {@code MD_DataIdentification}. */
final class IdentificationPart {
    private final IsoRecord record;
    private final GmdElements gmd;
    private final IsoWriter writer;

    IdentificationPart(IsoRecord record, GmdElements gmd, IsoWriter writer) {
        this.record = record;
        this.gmd = gmd;
        this.writer = writer;
    }

    void write() {
        gmd.property("citation", "CI_Citation", this::citation);
        gmd.demandedText("abstract", record.summary());
        gmd.text("purpose", record.purpose());
        record.contact().forEach(party -> writer.party("pointOfContact", party));
        String thumbnail = record.thumbnail();
        if (thumbnail != null) {
            gmd.property("graphicOverview", "MD_BrowseGraphic", () -> {
                gmd.text("fileName", thumbnail);
                gmd.text("fileDescription", "thumbnail");
                gmd.text("fileType", "image/png");
            });
        }
        record.keywords().stream().filter(k -> !k.words().isEmpty()).forEach(this::keywords);
        constraints(record.constraints());
        Representation representation = record.representation();
        if (representation != null) {
            gmd.code("spatialRepresentationType", "MD_SpatialRepresentationTypeCode", representation.code());
        }
        resolution(record.scale(), representation instanceof Representation.Grid grid ? grid.metres() : null);
        gmd.code("language", "LanguageCode", record.dataLanguage());
        if (record.charset() != null) {
            gmd.code("characterSet", "MD_CharacterSetCode", record.charset());
        }
        record.topics().forEach(topic -> gmd.plain("topicCategory", "MD_TopicCategoryCode", topic));
        Box box = record.box();
        if (box != null) {
            gmd.property("extent", "EX_Extent", () -> box(box));
        }
    }

    private void citation() {
        gmd.demandedText("title", record.title());
        record.dates().forEach(writer::date);
        if (record.dates().isEmpty()) {
            gmd.nil("date", "missing");
        }
        String resource = record.resource();
        if (resource != null) {
            gmd.property("identifier", "MD_Identifier", () -> gmd.text("code", resource));
        }
    }

    private void keywords(Keywords keywords) {
        gmd.property("descriptiveKeywords", "MD_Keywords", () -> {
            keywords.words().forEach(word -> gmd.text("keyword", word));
            gmd.code("type", "MD_KeywordTypeCode", "theme");
            Keywords.Thesaurus thesaurus = keywords.thesaurus();
            if (thesaurus != null) {
                gmd.property("thesaurusName", "CI_Citation", () -> {
                    gmd.text("title", thesaurus.title());
                    writer.date(new CitedDate(thesaurus.published(), "publication"));
                });
            }
        });
    }

    /** Access and use apart, since {@code otherConstraints} belongs to whatever is restricted beside it. */
    private void constraints(Constraints constraints) {
        if (!constraints.limitations().isEmpty()) {
            gmd.property("resourceConstraints", "MD_Constraints", () -> constraints
                    .limitations()
                    .forEach(text -> gmd.text("useLimitation", text)));
        }
        legal("accessConstraints", constraints.access());
        legal("useConstraints", constraints.use());
    }

    private void legal(String property, List<String> texts) {
        if (!texts.isEmpty()) {
            gmd.property("resourceConstraints", "MD_LegalConstraints", () -> {
                gmd.code(property, "MD_RestrictionCode", "otherRestrictions");
                texts.forEach(text -> gmd.text("otherConstraints", text));
            });
        }
    }

    private void resolution(@Nullable Long scale, @Nullable Double metres) {
        if (scale != null) {
            gmd.property(
                    "spatialResolution",
                    "MD_Resolution",
                    () -> gmd.property(
                            "equivalentScale",
                            "MD_RepresentativeFraction",
                            () -> gmd.value("denominator", "Integer", scale.toString())));
        }
        if (metres != null) {
            String value = new BigDecimal(metres, new MathContext(3))
                    .stripTrailingZeros()
                    .toPlainString();
            gmd.property("spatialResolution", "MD_Resolution", () -> gmd.metres("distance", value));
        }
    }

    private void box(Box box) {
        gmd.property("geographicElement", "EX_GeographicBoundingBox", () -> {
            gmd.value("westBoundLongitude", "Decimal", degrees(box.west()));
            gmd.value("eastBoundLongitude", "Decimal", degrees(box.east()));
            gmd.value("southBoundLatitude", "Decimal", degrees(box.south()));
            gmd.value("northBoundLatitude", "Decimal", degrees(box.north()));
        });
    }

    private static String degrees(double value) {
        return BigDecimal.valueOf(value)
                .setScale(7, RoundingMode.HALF_EVEN)
                .stripTrailingZeros()
                .toPlainString();
    }
}
