package org.batchuploader.app.http;

import io.vertx.core.Future;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import java.io.IOException;
import org.batchuploader.app.api.ReceiptJson;
import org.batchuploader.core.drop.DropEntry;
import org.batchuploader.core.drop.DropFolder;
import org.batchuploader.core.drop.Transfer;
import org.batchuploader.core.intake.Receipt;
import org.batchuploader.core.name.FileName;
import org.batchuploader.core.source.Reception;
import org.batchuploader.core.user.Owner;

/**
 * {@code PUT} of one file. It arrives in its owner's drop folder as over FTP, so that loose parts find each other whatever
 * way they came. A body that breaks off stays there as an incomplete file, whose size {@code HEAD} tells and which a
 * {@code PUT} with {@code Content-Range} finishes.
 */
final class PutFile {
    static final String UPLOADS = "/api/v1/uploads/";
    static final String INCOMPLETE = UPLOADS + "incomplete/";
    private static final String SOURCE = "http";

    private final Reception reception;
    private final Threads threads;
    private final Transfers transfers;
    private final long limit;

    PutFile(Reception reception, Threads threads, Transfers transfers, long limit) {
        this.reception = reception;
        this.threads = threads;
        this.transfers = transfers;
        this.limit = limit;
    }

    Future<Reply> put(RoutingContext context, Owner owner) {
        HttpServerRequest request = context.request();
        String name = FileName.canonical(RawPath.behind(request.path(), UPLOADS));
        ContentRange range = ContentRange.of(request.getHeader("Content-Range"));
        refuseTooLarge(request, range);
        Transfers.Slot slot = transfers.begin(owner.name(), name, range.first() > 0);
        return threads.onDisk(() -> begin(owner, name, range))
                .compose(transfer -> receive(context, transfer, range, slot.stopped()))
                .onComplete(end -> slot.close())
                .map(PutFile::created);
    }

    /** Received means kept: bytes and row are on disk. */
    static Reply created(Receipt receipt) {
        return Reply.json(201, ReceiptJson.of(receipt))
                .with("Location", UPLOADS + receipt.upload().value());
    }

    /** How much of a file that broke off is there. */
    Reply head(Exchange exchange) {
        String name =
                FileName.canonical(RawPath.behind(exchange.context().request().path(), INCOMPLETE));
        long size = reception
                .folders()
                .open(exchange.owner(), SOURCE)
                .find(name)
                .filter(e -> !e.complete())
                .map(DropEntry::size)
                .orElseThrow(Refusal::notFound);
        return Reply.empty(200).with("Content-Length", Long.toString(size)).with("Upload-Offset", Long.toString(size));
    }

    /** Before a byte of it is sent, where the client says how much it will be. */
    private void refuseTooLarge(HttpServerRequest request, ContentRange range) {
        String length = request.getHeader("Content-Length");
        long announced = length == null ? 0 : Long.parseLong(length);
        if (announced > limit - range.first()) {
            throw new Refusal(413, "TOO_LARGE", "A file has at most " + limit + " bytes.");
        }
    }

    private Transfer begin(Owner owner, String name, ContentRange range) throws IOException {
        DropFolder folder = reception.folders().open(owner, SOURCE);
        var there = folder.find(name);
        if (there.filter(DropEntry::isFolder).isPresent()) {
            throw new Refusal(409, "NOT_POSSIBLE", name + " is a folder.");
        }
        if (range.first() > 0
                && there.filter(e -> !e.complete() && e.size() >= range.first()).isEmpty()) {
            throw new Refusal(
                    416,
                    "RANGE_INVALID",
                    "There are not " + range.first() + " bytes of " + name + " to go on with; HEAD " + INCOMPLETE
                            + "{name} tells how many there are.");
        }
        return folder.write(name, range.first());
    }

    private Future<Receipt> receive(
            RoutingContext context, Transfer transfer, ContentRange range, Future<Void> stopped) {
        Expectation.meet(context.request());
        return BodyPump.pump(context.request(), transfer, threads, limit - range.first(), stopped)
                .compose(end -> threads.onDisk(() -> {
                    if (range.total() >= 0 && transfer.position() != range.total()) {
                        throw Refusal.bad(
                                "RANGE_INVALID",
                                "The file has " + transfer.position() + " bytes, not " + range.total() + ".");
                    }
                    return transfer.commit();
                }))
                .eventually(() -> threads.onDisk(() -> {
                    transfer.close();
                    return transfer;
                }));
    }
}
