package org.batchuploader.app.http;

import io.vertx.core.http.HttpMethod;
import java.util.Optional;
import org.batchuploader.core.Uploader;
import org.batchuploader.core.user.UserAccounts;

/** The addresses of the API. */
final class Api {
    private static final String ROOT = "/api/v1";

    private final Uploader uploader;
    private final UserAccounts accounts;
    private final Optional<String> elsewhere;
    private final LoginCache logins;

    Api(Uploader uploader, UserAccounts accounts, Optional<String> elsewhere, LoginCache logins) {
        this.elsewhere = elsewhere;
        this.uploader = uploader;
        this.accounts = accounts;
        this.logins = logins;
    }

    void add(Routes routes, PutFile files, PostFiles forms) {
        UploadsResource uploads = new UploadsResource(uploader);
        DatasetsResource datasets = new DatasetsResource(uploader);
        NoticesResource notices = new NoticesResource(uploader);
        CrsResource systems = new CrsResource();
        UsersResource users = new UsersResource(accounts, elsewhere, logins);
        QueueResource queue = new QueueResource(uploader);
        RemovalsResource removals = new RemovalsResource(uploader);
        routes.guarded(HttpMethod.GET, ROOT + "/uploads", uploads::list)
                .streamed(HttpMethod.POST, ROOT + "/uploads", (context, owner) -> forms.post(context, owner)
                        .map(PutFile::created))
                .guarded(HttpMethod.HEAD, PutFile.INCOMPLETE + "*", files::head)
                .guarded(HttpMethod.GET, ROOT + "/uploads/:id", uploads::get)
                .guarded(HttpMethod.DELETE, ROOT + "/uploads/:id", uploads::cancel)
                .guarded(HttpMethod.POST, ROOT + "/uploads/:id/retry", uploads::retry)
                .streamed(HttpMethod.PUT, PutFile.UPLOADS + "*", files::put)
                .guarded(HttpMethod.POST, ROOT + "/datasets/:id/correction", datasets::correct)
                .guarded(HttpMethod.GET, ROOT + "/datasets/:id/thumbnail", datasets::thumbnail)
                .guarded(HttpMethod.GET, ROOT + "/datasets/:id/preview", datasets::preview)
                .guarded(HttpMethod.GET, ROOT + "/queue", queue::read)
                .guarded(HttpMethod.GET, ROOT + "/crs", systems::search)
                .guarded(HttpMethod.GET, ROOT + "/notices", notices::list)
                .guarded(HttpMethod.POST, ROOT + "/notices/:id/read", notices::read)
                .guarded(HttpMethod.GET, ROOT + "/me", notices::me)
                .guarded(HttpMethod.GET, ROOT + "/admin/removals", removals::list)
                .guarded(HttpMethod.POST, ROOT + "/admin/removals/:id/retry", removals::retry)
                .guarded(HttpMethod.GET, ROOT + "/admin/users", users::list)
                .guarded(HttpMethod.POST, ROOT + "/admin/users", users::add)
                .guarded(HttpMethod.PATCH, ROOT + "/admin/users/:name", users::change)
                .guarded(HttpMethod.DELETE, ROOT + "/admin/users/:name", users::remove);
    }
}
