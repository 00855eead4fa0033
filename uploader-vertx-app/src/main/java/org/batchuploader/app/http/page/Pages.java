package org.batchuploader.app.http.page;

import io.vertx.core.http.HttpMethod;
import java.io.IOException;
import java.util.Optional;
import java.util.Set;
import org.batchuploader.app.http.Answers;
import org.batchuploader.app.http.Exchange;
import org.batchuploader.app.http.LayerFiles;
import org.batchuploader.app.http.Refusal;
import org.batchuploader.app.http.Reply;
import org.batchuploader.app.http.Routes;
import org.batchuploader.core.Uploader;
import org.batchuploader.core.desk.Desk;
import org.batchuploader.core.html.Html;
import org.batchuploader.core.inspect.Correction;
import org.batchuploader.core.upload.Dataset;

/** The addresses of the pages, and what their forms do. */
public final class Pages {
    private static final int PER_PAGE = 50;

    private final Uploader uploader;
    private final LayerFiles layers;

    public Pages(Uploader uploader, LayerFiles layers) {
        this.uploader = uploader;
        this.layers = layers;
    }

    public void add(Routes routes) {
        routes.open(HttpMethod.GET, "/style.css", exchange -> Layout.style())
                .open(HttpMethod.GET, "/layers/", this::layers)
                .guarded(HttpMethod.GET, "/", this::uploads)
                .guarded(HttpMethod.GET, "/uploads/:id", this::upload)
                .guarded(HttpMethod.POST, "/uploads/:id/retry", exchange -> {
                    Answers.require(desk(exchange).retry(exchange.upload()));
                    return Reply.seeOther("/uploads/" + exchange.upload());
                })
                .guarded(HttpMethod.POST, "/uploads/:id/cancel", exchange -> {
                    Answers.require(desk(exchange).cancel(exchange.upload()));
                    return Reply.seeOther("/uploads/" + exchange.upload());
                })
                .guarded(HttpMethod.POST, "/removals/:id/retry", exchange -> {
                    Answers.require(desk(exchange).removeAgain(exchange.task()));
                    return Reply.seeOther("/");
                })
                .guarded(HttpMethod.POST, "/datasets/:id/correction", this::correct)
                .guarded(HttpMethod.GET, "/notices", this::notices)
                .guarded(HttpMethod.POST, "/notices/:id/read", exchange -> {
                    Answers.require(desk(exchange).markRead(exchange.notice()));
                    return Reply.seeOther("/notices");
                });
    }

    private Reply uploads(Exchange exchange) {
        var page = desk(exchange).list(Set.of(), exchange.query("after").orElse(null), PER_PAGE);
        Html stuck = RemovalsSection.of(desk(exchange).stuckRemovals());
        Html content = UploadListPage.of(page, exchange.owner());
        return Layout.page("Uploads", exchange.owner().name(), Html.join(stuck, content));
    }

    private Reply upload(Exchange exchange) {
        var details = desk(exchange).find(exchange.upload()).orElseThrow(Refusal::notFound);
        Html content = new UploadPage(details, exchange.owner().administrator()).html();
        return Layout.page(details.upload().title(), exchange.owner().name(), content);
    }

    private Reply notices(Exchange exchange) {
        var page = desk(exchange).notices(exchange.query("after").orElse(null), PER_PAGE);
        return Layout.page("Notices", exchange.owner().name(), NoticesPage.of(page));
    }

    private Reply layers(Exchange exchange) throws IOException {
        Html items =
                Html.join(layers.names().stream().map(name -> Html.of("li", Html.link("/layers/" + name + "/", name))));
        return Layout.page("Layers", "", Html.of("section", Html.of("ul", items)));
    }

    private Reply correct(Exchange exchange) {
        Dataset dataset = desk(exchange).dataset(exchange.dataset()).orElseThrow(Refusal::notFound);
        Optional<String> typed = exchange.field("crsTyped");
        var correction = new Correction(
                typed.or(() -> exchange.field("crs")).orElse(null),
                exchange.field("charset").orElse(null),
                exchange.field("name").orElse(null),
                exchange.field("overwrite").map(o -> true).orElse(null));
        Answers.require(desk(exchange).correct(dataset.id(), correction));
        return Reply.seeOther("/uploads/" + dataset.upload());
    }

    private Desk desk(Exchange exchange) {
        return uploader.desk(exchange.owner());
    }
}
