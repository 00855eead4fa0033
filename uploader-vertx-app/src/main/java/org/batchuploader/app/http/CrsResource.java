package org.batchuploader.app.http;

import org.batchuploader.app.api.CrsJson;
import org.batchuploader.core.inspect.Envelope;
import org.batchuploader.geotools.crs.CrsSearch;
import org.jspecify.annotations.Nullable;

/** {@code /api/v1/crs}: coordinate reference systems by words, code, definition or the extent of data. */
final class CrsResource {
    private static final int USUAL_PAGE = 20;
    private static final int LARGEST_PAGE = 100;

    private final CrsSearch search = new CrsSearch();

    Reply search(Exchange exchange) {
        String query = exchange.query("q").orElse("");
        @Nullable Envelope extent = exchange.query("extent").map(CrsResource::extent).orElse(null);
        if (query.isBlank() && extent == null) {
            throw Refusal.bad("PARAMETER_INVALID", "Say what to look for: q, extent, or both.");
        }
        int limit = exchange.number("limit", USUAL_PAGE, LARGEST_PAGE);
        return Reply.json(200, new CrsJson(search.edition(), search.search(query, extent, limit)));
    }

    private static Envelope extent(String text) {
        try {
            return CrsSearch.extent(text);
        } catch (IllegalArgumentException e) {
            throw Refusal.bad("PARAMETER_INVALID", String.valueOf(e.getMessage()));
        }
    }
}
