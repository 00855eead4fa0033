package org.batchuploader.app.http;

import java.util.function.Consumer;
import org.batchuploader.app.api.UserJson;
import org.batchuploader.core.user.Owner;
import org.batchuploader.core.user.UserAccounts;

/** {@code /api/v1/admin/users}, for administrators. */
final class UsersResource {
    private final UserAccounts accounts;
    private final LoginCache logins;

    UsersResource(UserAccounts accounts, LoginCache logins) {
        this.accounts = accounts;
        this.logins = logins;
    }

    Reply list(Exchange exchange) {
        exchange.requireAdministrator();
        return Reply.json(
                200,
                new UserJson.Listing(accounts.list().stream().map(UserJson::of).toList()));
    }

    Reply add(Exchange exchange) {
        exchange.requireAdministrator();
        var fresh = exchange.json(UserJson.Fresh.class);
        return valid(() -> {
            if (fresh.name() == null || fresh.password() == null) {
                throw Refusal.bad("USER_INVALID", "A user needs a name and a password.");
            }
            var owner = new Owner(fresh.name(), Boolean.TRUE.equals(fresh.administrator()), fresh.email());
            if (!accounts.add(owner, fresh.password())) {
                throw new Refusal(409, "NAME_TAKEN", "There is a user named " + fresh.name() + " already.");
            }
            return Reply.empty(201);
        });
    }

    Reply change(Exchange exchange) {
        exchange.requireAdministrator();
        String name = exchange.segment("name");
        var change = exchange.json(UserJson.Change.class);
        return valid(() -> {
            given(change.password(), password -> accounts.changePassword(name, password));
            given(change.enabled(), enabled -> accounts.setEnabled(name, enabled));
            given(change.email(), email -> accounts.setEmail(name, email.isBlank() ? null : email));
            return Reply.empty(204);
        });
    }

    Reply remove(Exchange exchange) {
        exchange.requireAdministrator();
        return valid(() -> {
            accounts.remove(exchange.segment("name"));
            return Reply.empty(204);
        });
    }

    private Reply valid(java.util.function.Supplier<Reply> work) {
        try {
            return work.get();
        } catch (UserAccounts.UnknownUser e) {
            throw Refusal.notFound();
        } catch (IllegalArgumentException e) {
            throw Refusal.bad("USER_INVALID", String.valueOf(e.getMessage()));
        } finally {
            logins.clear();
        }
    }

    private static <T> void given(@org.jspecify.annotations.Nullable T value, Consumer<T> use) {
        if (value != null) {
            use.accept(value);
        }
    }
}
