package org.batchuploader.geotools.sidecar;

import org.batchuploader.geotools.sidecar.Gathered.Kind;
import org.batchuploader.geotools.xml.XmlStream;
import org.jspecify.annotations.Nullable;

/** ISO 19139 ({@code gmd:MD_Metadata}, {@code gmi:MI_Metadata}), by the ends of its paths. */
final class IsoDialect implements Reading.Dialect {
    private static final String DATA = "/identificationInfo/MD_DataIdentification";

    /** The last one read, whose kind comes behind it. */
    private @Nullable String day;

    /** The value of a code list is in its attribute; its text is for people. */
    @Override
    public void begin(String path, XmlStream element, Gathered gathered) {
        String code = element.attribute("codeListValue");
        if (code == null) {
            return;
        }
        if (path.equals(DATA + "/language/LanguageCode")) {
            gathered.text(Kind.LANGUAGE, code);
        } else if (path.equals(DATA + "/citation/CI_Citation/date/CI_Date/dateType/CI_DateTypeCode") && day != null) {
            gathered.date(day, dateType(code));
        }
    }

    private static String dateType(String code) {
        return code.equals("publication") || code.equals("revision") ? code : "creation";
    }

    @Override
    public void text(String path, String text, Gathered gathered) {
        String data = path.startsWith(DATA + "/") ? path.substring(DATA.length()) : "";
        switch (data) {
            case "/citation/CI_Citation/title/CharacterString" -> gathered.text(Kind.TITLE, text);
            case "/citation/CI_Citation/date/CI_Date/date/Date", "/citation/CI_Citation/date/CI_Date/date/DateTime" ->
                day = text;
            case "/abstract/CharacterString" -> gathered.text(Kind.ABSTRACT, text);
            case "/purpose/CharacterString" -> gathered.text(Kind.PURPOSE, text);
            case "/language/CharacterString" -> gathered.text(Kind.LANGUAGE, text);
            case "/topicCategory/MD_TopicCategoryCode" -> gathered.text(Kind.TOPIC, text);
            case "/descriptiveKeywords/MD_Keywords/keyword/CharacterString",
                    "/descriptiveKeywords/MD_Keywords/keyword/Anchor" -> gathered.keyword(text);
            case "/spatialResolution/MD_Resolution/equivalentScale/MD_RepresentativeFraction/denominator/Integer" ->
                gathered.scale(text);
            case "/pointOfContact/CI_ResponsibleParty/individualName/CharacterString" ->
                gathered.text(Kind.INDIVIDUAL, text);
            case "/pointOfContact/CI_ResponsibleParty/organisationName/CharacterString" ->
                gathered.text(Kind.ORGANISATION, text);
            case "/pointOfContact/CI_ResponsibleParty/contactInfo/CI_Contact/address/CI_Address/electronicMailAddress/CharacterString" ->
                gathered.text(Kind.EMAIL, text);
            case "/resourceConstraints/MD_LegalConstraints/otherConstraints/CharacterString",
                    "/resourceConstraints/MD_LegalConstraints/otherConstraints/Anchor",
                    "/resourceConstraints/MD_LegalConstraints/useLimitation/CharacterString",
                    "/resourceConstraints/MD_Constraints/useLimitation/CharacterString" ->
                gathered.text(Kind.LIMITATION, text);
            default -> {
                if (path.endsWith("/DQ_DataQuality/lineage/LI_Lineage/statement/CharacterString")) {
                    gathered.text(Kind.LINEAGE, text);
                }
            }
        }
    }
}
