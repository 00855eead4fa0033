package org.batchuploader.geotools.sidecar;

import org.batchuploader.geotools.sidecar.Gathered.Kind;
import org.batchuploader.geotools.xml.XmlStream;

/**
 * {@code <metadata>}: FGDC's standard (CSDGM, {@code idinfo} and {@code dataqual}), which ArcGIS 9 wrote, and ArcGIS's own
 * ({@code dataIdInfo}, {@code dqInfo}), which came with version 10; a file may hold both.
 */
final class EsriDialect implements Reading.Dialect {
    @Override
    public void begin(String path, XmlStream element, Gathered gathered) {
        String value = element.attribute("value");
        if (value != null) {
            switch (path) {
                case "/dataIdInfo/tpCat/TopicCatCd" -> gathered.text(Kind.TOPIC, value);
                case "/dataIdInfo/dataLang/languageCode" -> gathered.text(Kind.LANGUAGE, value);
                default -> {
                    return;
                }
            }
        }
    }

    @Override
    public void text(String path, String text, Gathered gathered) {
        switch (path) {
            case "/idinfo/citation/citeinfo/title", "/dataIdInfo/idCitation/resTitle" ->
                gathered.text(Kind.TITLE, text);
            case "/idinfo/descript/abstract", "/dataIdInfo/idAbs" -> gathered.text(Kind.ABSTRACT, text);
            case "/idinfo/descript/purpose", "/dataIdInfo/idPurp" -> gathered.text(Kind.PURPOSE, text);
            case "/idinfo/keywords/theme/themekey",
                    "/idinfo/keywords/place/placekey",
                    "/dataIdInfo/searchKeys/keyword",
                    "/dataIdInfo/themeKeys/keyword",
                    "/dataIdInfo/placeKeys/keyword" -> gathered.keyword(text);
            case "/idinfo/citation/citeinfo/pubdate", "/dataIdInfo/idCitation/date/pubDate" ->
                gathered.date(text, "publication");
            case "/dataIdInfo/idCitation/date/createDate" -> gathered.date(text, "creation");
            case "/dataIdInfo/idCitation/date/reviseDate" -> gathered.date(text, "revision");
            case "/dataqual/lineage/procstep/procdesc", "/dqInfo/dataLineage/statement" ->
                gathered.text(Kind.LINEAGE, text);
            case "/idinfo/useconst",
                    "/dataIdInfo/resConst/Consts/useLimit",
                    "/dataIdInfo/resConst/LegConsts/useLimit",
                    "/dataIdInfo/resConst/LegConsts/othConsts" -> gathered.text(Kind.LIMITATION, text);
            case "/idinfo/ptcontac/cntinfo/cntperp/cntper",
                    "/idinfo/ptcontac/cntinfo/cntorgp/cntper",
                    "/dataIdInfo/idPoC/rpIndName" -> gathered.text(Kind.INDIVIDUAL, text);
            case "/idinfo/ptcontac/cntinfo/cntperp/cntorg",
                    "/idinfo/ptcontac/cntinfo/cntorgp/cntorg",
                    "/dataIdInfo/idPoC/rpOrgName" -> gathered.text(Kind.ORGANISATION, text);
            case "/idinfo/ptcontac/cntinfo/cntemail", "/dataIdInfo/idPoC/rpCntInfo/cntAddress/eMailAdd" ->
                gathered.text(Kind.EMAIL, text);
            case "/dataIdInfo/dataScale/equScale/rfDenom" -> gathered.scale(text);
            default -> {
                return;
            }
        }
    }
}
