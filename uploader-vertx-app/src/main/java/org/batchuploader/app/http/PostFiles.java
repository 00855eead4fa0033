package org.batchuploader.app.http;

import io.netty.handler.codec.http.multipart.HttpPostRequestDecoder;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.http.HttpServerFileUpload;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.batchuploader.core.intake.NamedFile;
import org.batchuploader.core.intake.Receipt;
import org.batchuploader.core.name.FileName;
import org.batchuploader.core.source.Reception;
import org.batchuploader.core.staging.StagedWrite;
import org.batchuploader.core.user.Owner;

/** {@code POST} of a form with files: all of them are one upload, or none is kept. */
final class PostFiles {
    private final Reception reception;
    private final Threads threads;
    private final Transfers transfers;
    private final long limit;
    private final int mostFiles;

    PostFiles(Reception reception, Threads threads, Transfers transfers, long limit, int mostFiles) {
        this.reception = reception;
        this.threads = threads;
        this.transfers = transfers;
        this.limit = limit;
        this.mostFiles = mostFiles;
    }

    Future<Receipt> post(RoutingContext context, Owner owner) {
        HttpServerRequest request = context.request();
        String type = request.getHeader("Content-Type");
        if (type == null || !type.toLowerCase(Locale.ROOT).startsWith("multipart/form-data")) {
            throw new Refusal(415, "FORM_EXPECTED", "Send the files as multipart/form-data, or one by PUT.");
        }
        ClosingDelimiter closing = ClosingDelimiter.of(type);
        Transfers.Slot slot = transfers.begin(owner.name(), "", false);
        Expectation.meet(request);
        List<StagedWrite> begun = new ArrayList<>();
        return receive(request, closing, begun, slot.stopped())
                .compose(files -> threads.onDisk(() -> deliver(owner, files)))
                .recover(failure -> threads.onDisk(() -> discard(begun)).compose(v -> Future.failedFuture(failure)))
                .onComplete(end -> slot.close());
    }

    private Future<List<NamedFile>> receive(
            HttpServerRequest request, ClosingDelimiter closing, List<StagedWrite> begun, Future<Void> stopped) {
        List<Future<NamedFile>> files = new ArrayList<>();
        Promise<Void> ended = Promise.promise();
        Set<String> names = new HashSet<>();
        stopped.onFailure(ended::tryFail);
        request.setExpectMultipart(true);
        request.exceptionHandler(cause -> ended.tryFail(refusal(cause)));
        request.handler(closing::pass);
        request.endHandler(end -> {
            if (closing.isSeen()) {
                ended.tryComplete();
            } else {
                ended.tryFail(Refusal.bad("FORM_INVALID", "The form breaks off before its end."));
            }
        });
        request.uploadHandler(part -> {
            part.pause();
            if (ended.future().failed()
                    || part.filename() == null
                    || part.filename().isBlank()) {
                part.resume();
                return;
            }
            Future<NamedFile> file = take(part, files.size(), names, begun, ended.future());
            files.add(file);
            file.onFailure(ended::tryFail);
        });
        request.resume();
        return ended.future().transform(end -> Future.join(files).transform(all -> {
            if (end.failed()) {
                return Future.failedFuture(end.cause());
            }
            if (all.failed()) {
                return Future.failedFuture(all.cause());
            }
            return Future.succeededFuture(files.stream().map(Future::result).toList());
        }));
    }

    private Future<NamedFile> take(
            HttpServerFileUpload part, int before, Set<String> names, List<StagedWrite> begun, Future<Void> form) {
        try {
            if (before >= mostFiles) {
                throw tooMany();
            }
            String name = FileName.canonical(part.filename());
            if (!names.add(name.toLowerCase(Locale.ROOT))) {
                throw Refusal.bad("NAME_TWICE", "There are two files named " + name + ".");
            }
            return threads.onDisk(() -> reception.staging().begin()).compose(write -> {
                begun.add(write);
                var arriving = new Arriving(reception.looks().apply(name), write);
                return BodyPump.pump(part, arriving, threads, limit, form)
                        .compose(end -> threads.onDisk(() -> new NamedFile(name, arriving.seal())));
            });
        } catch (RuntimeException e) {
            part.resume();
            return Future.failedFuture(e);
        }
    }

    private Refusal refusal(Throwable cause) {
        return cause instanceof HttpPostRequestDecoder.TooManyFormFieldsException
                ? tooMany()
                : Refusal.bad("FORM_INVALID", "The form cannot be read, or a field of it is too long.");
    }

    private Refusal tooMany() {
        return new Refusal(413, "TOO_MANY_FILES", "One upload has at most " + mostFiles + " files.");
    }

    private Receipt deliver(Owner owner, List<NamedFile> files) {
        if (files.isEmpty()) {
            throw Refusal.bad("NO_FILES", "The form has no file.");
        }
        return reception.intake().deliver(owner.name(), "http", files);
    }

    private List<StagedWrite> discard(List<StagedWrite> begun) throws IOException {
        for (StagedWrite write : begun) {
            write.close();
            reception.staging().delete(write.id());
        }
        return begun;
    }
}
