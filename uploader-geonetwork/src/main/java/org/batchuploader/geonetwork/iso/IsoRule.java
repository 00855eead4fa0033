package org.batchuploader.geonetwork.iso;

import java.util.Locale;
import org.batchuploader.geonetwork.iso.IsoRules.Breach;

/**
 * The conditions, each with where it is looked at and what must hold there, as XPath. A text may also be nothing but an
 * anchor or a free text of several languages; {@code gco:nilReason} counts as said.
 */
enum IsoRule {
    RECORD("/gmd:MD_Metadata", "true()", "It is no gmd:MD_Metadata."),
    FILE_IDENTIFIER("/gmd:MD_Metadata", text("gmd:fileIdentifier"), "The record has no identifier."),
    LANGUAGE(
            "/gmd:MD_Metadata",
            "gmd:language/gmd:LanguageCode/@codeListValue != '' or " + text("gmd:language"),
            "The language of the record is not said."),
    HIERARCHY_LEVEL_NAME(
            "/gmd:MD_Metadata[gmd:hierarchyLevel/*/@codeListValue != 'dataset']",
            text("gmd:hierarchyLevelName"),
            "What is described is no dataset, and is not named (hierarchyLevelName)."),
    CONTACT("/gmd:MD_Metadata", "gmd:contact/gmd:CI_ResponsibleParty", "The record has no contact."),
    PARTY_NAME(
            "//gmd:CI_ResponsibleParty",
            text("gmd:individualName") + " or " + text("gmd:organisationName") + " or " + text("gmd:positionName"),
            "A contact has neither a person's nor an organisation's nor a position's name."),
    PARTY_ROLE("//gmd:CI_ResponsibleParty", "gmd:role/*/@codeListValue != ''", "A contact has no role."),
    DATE_STAMP("/gmd:MD_Metadata", "normalize-space(gmd:dateStamp) != ''", "The date of the record is missing."),
    TITLE("//gmd:identificationInfo/*/gmd:citation/*", text("gmd:title"), "There is no title."),
    DATE(
            "//gmd:citation/* | //gmd:thesaurusName/* | //gmd:specification/*",
            "normalize-space(gmd:date/gmd:CI_Date/gmd:date) != '' and not(gmd:date/gmd:CI_Date[not(gmd:dateType/*/@codeListValue != '')])",
            "A date, or what kind of date it is, is missing."),
    ABSTRACT("//gmd:identificationInfo/*", text("gmd:abstract"), "There is no abstract."),
    TOPIC_CATEGORY(
            Scope.DATASET + "/gmd:identificationInfo/gmd:MD_DataIdentification",
            "normalize-space(gmd:topicCategory/gmd:MD_TopicCategoryCode) != ''",
            "The topic of the data is not said (topicCategory)."),
    EXTENT(
            Scope.DATASET + "/gmd:identificationInfo/gmd:MD_DataIdentification",
            "gmd:extent/*/gmd:geographicElement/* or gmd:extent/*/gmd:temporalElement/* or "
                    + text("gmd:extent/*/gmd:description"),
            "Where the data lie is not said (extent)."),
    BOUNDING_BOX(
            "//gmd:EX_GeographicBoundingBox",
            "gmd:westBoundLongitude/* >= -180 and gmd:westBoundLongitude/* <= 180 and gmd:eastBoundLongitude/* >= -180"
                    + " and gmd:eastBoundLongitude/* <= 180 and gmd:southBoundLatitude/* >= -90"
                    + " and gmd:northBoundLatitude/* <= 90 and gmd:southBoundLatitude/* <= gmd:northBoundLatitude/*",
            "The bounding box is not on the globe."),
    QUALITY_SCOPE("//gmd:DQ_DataQuality", "gmd:scope/*/gmd:level/*/@codeListValue != ''", "The quality is of nothing."),
    LINEAGE(
            Scope.DATASET + "//gmd:DQ_DataQuality",
            "gmd:report/* or gmd:lineage/*",
            "Neither lineage nor quality is said."),
    LINEAGE_CONTENT(
            "//gmd:LI_Lineage",
            text("gmd:statement") + " or gmd:source/* or gmd:processStep/*",
            "The lineage is empty."),
    FORMAT_NAME("//gmd:MD_Format", text("gmd:name"), "A format has no name."),
    DISTRIBUTION_FORMAT(
            "//gmd:MD_Distribution",
            "gmd:distributionFormat/* or gmd:distributor/*/gmd:distributorFormat/*",
            "The format of the data is not said."),
    OTHER_CONSTRAINTS(
            "//gmd:MD_LegalConstraints[*/gmd:MD_RestrictionCode/@codeListValue = 'otherRestrictions']",
            text("gmd:otherConstraints"),
            "There are other restrictions, but not which ones."),
    LINKAGE(
            "//gmd:CI_OnlineResource",
            "normalize-space(gmd:linkage/gmd:URL) != ''",
            "An online resource has no address."),
    EMPTY_TEXT(
            "//*[gco:CharacterString]",
            "normalize-space(gco:CharacterString) != '' or @gco:nilReason",
            "There is an empty text.");

    /** Kept apart, since an enum's constants cannot refer to its own fields. */
    private static final class Scope {
        static final String DATASET = "/gmd:MD_Metadata[not(gmd:hierarchyLevel)"
                + " or gmd:hierarchyLevel/*/@codeListValue = 'dataset' or gmd:hierarchyLevel/*/@codeListValue = 'series']";
    }

    private final String context;
    private final String test;
    private final String sentence;

    IsoRule(String context, String test, String sentence) {
        this.context = context;
        this.test = test;
        this.sentence = sentence;
    }

    String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    String context() {
        return context;
    }

    String test() {
        return test;
    }

    Breach breach() {
        return new Breach(id(), sentence);
    }

    private static String text(String property) {
        return "boolean(" + property + "[normalize-space(.) != ''])";
    }
}
