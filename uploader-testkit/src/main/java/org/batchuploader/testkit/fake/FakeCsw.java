package org.batchuploader.testkit.fake;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.http.Request;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** CSW-T 2.0.2 as it was recorded from pycsw: status 200 whatever happens. */
final class FakeCsw {
    private static final Pattern RECORD =
            Pattern.compile("<(\\w+:)?MD_Metadata.*</(\\w+:)?MD_Metadata>", Pattern.DOTALL);
    private static final Pattern LITERAL = Pattern.compile("<ogc:Literal>([^<]*)</ogc:Literal>");

    private final Map<String, FakeRecord> records;

    FakeCsw(Map<String, FakeRecord> records) {
        this.records = records;
    }

    ResponseDefinitionBuilder answer(Request request) {
        if (!request.getMethod().getName().equals("GET")) {
            return transaction(request.getBodyAsString());
        }
        if (request.queryParameter("request").containsValue("GetCapabilities")) {
            return xml(
                    "<csw:Capabilities xmlns:csw=\"http://www.opengis.net/cat/csw/2.0.2\" xmlns:ows=\"http://www.opengis.net/ows\""
                            + " version=\"2.0.2\"><ows:ServiceIdentification><ows:Title>Fake catalogue</ows:Title></ows:ServiceIdentification>"
                            + "<ows:OperationsMetadata><ows:Operation name=\"Transaction\"/></ows:OperationsMetadata></csw:Capabilities>");
        }
        FakeRecord record = records.get(request.queryParameter("id").firstValue());
        return xml("<csw:GetRecordByIdResponse xmlns:csw=\"http://www.opengis.net/cat/csw/2.0.2\">"
                + (record == null ? "" : element(record.xml())) + "</csw:GetRecordByIdResponse>");
    }

    /** Page by page, in the order of the identifiers. */
    private ResponseDefinitionBuilder search(String body) {
        Matcher literal = LITERAL.matcher(body);
        String words = literal.find() ? literal.group(1).replace("%", "") : "";
        int from = Integer.parseInt(body.replaceFirst("(?s).*startPosition=\"(\\d+)\".*", "$1"));
        int most = Integer.parseInt(body.replaceFirst("(?s).*maxRecords=\"(\\d+)\".*", "$1"));
        List<String> found = records.values().stream()
                .map(FakeRecord::xml)
                .filter(xml -> xml.contains(words))
                .toList();
        List<String> page = found.stream().skip(from - 1L).limit(most).toList();
        int next = from + page.size() > found.size() ? 0 : from + page.size();
        StringBuilder elements = new StringBuilder();
        page.forEach(xml -> elements.append(element(xml)));
        return xml("<csw:GetRecordsResponse xmlns:csw=\"http://www.opengis.net/cat/csw/2.0.2\" version=\"2.0.2\">"
                + "<csw:SearchResults numberOfRecordsMatched=\"" + found.size() + "\" numberOfRecordsReturned=\""
                + page.size() + "\" nextRecord=\"" + next + "\">" + elements
                + "</csw:SearchResults></csw:GetRecordsResponse>");
    }

    private ResponseDefinitionBuilder transaction(String body) {
        if (body.contains("<csw:GetRecords")) {
            return search(body);
        }
        if (body.contains("<csw:Delete")) {
            Matcher identifier = LITERAL.matcher(body);
            boolean gone = identifier.find() && records.remove(identifier.group(1)) != null;
            return counts(0, 0, gone ? 1 : 0);
        }
        String xml = element(body);
        String uuid = FakeRecord.identifier(xml);
        FakeRecord before = records.get(uuid);
        if (body.contains("<csw:Update")) {
            if (before == null || body.contains("<csw:Constraint")) {
                return counts(0, 0, 0);
            }
            records.put(uuid, before.with(xml, false));
            return counts(0, 1, 0);
        }
        if (xml.isEmpty()) {
            return counts(0, 0, 0);
        }
        if (uuid.isEmpty()) {
            return exception(
                    "Transaction (insert) failed: NOT NULL constraint failed: records.identifier\n[SQL: INSERT ...");
        }
        if (before != null) {
            return exception(
                    "Transaction (insert) failed: UNIQUE constraint failed: records.identifier\n[SQL: INSERT ...");
        }
        records.put(uuid, FakeRecord.of(xml, false));
        return counts(1, 0, 0);
    }

    private static String element(String text) {
        Matcher record = RECORD.matcher(text);
        return record.find() ? record.group() : "";
    }

    static ResponseDefinitionBuilder counts(int inserted, int updated, int deleted) {
        return xml("<csw:TransactionResponse xmlns:csw=\"http://www.opengis.net/cat/csw/2.0.2\" version=\"2.0.2\">"
                + "<csw:TransactionSummary><csw:totalInserted>" + inserted + "</csw:totalInserted><csw:totalUpdated>"
                + updated
                + "</csw:totalUpdated><csw:totalDeleted>" + deleted
                + "</csw:totalDeleted></csw:TransactionSummary></csw:TransactionResponse>");
    }

    static ResponseDefinitionBuilder exception(String text) {
        return xml("<ows:ExceptionReport xmlns:ows=\"http://www.opengis.net/ows\" version=\"1.2.0\">"
                + "<ows:Exception exceptionCode=\"NoApplicableCode\" locator=\"transaction\"><ows:ExceptionText>" + text
                + "</ows:ExceptionText></ows:Exception></ows:ExceptionReport>");
    }

    private static ResponseDefinitionBuilder xml(String body) {
        return aResponse()
                .withHeader("Content-Type", "application/xml; charset=UTF-8")
                .withBody("<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"no\"?>\n" + body);
    }
}
