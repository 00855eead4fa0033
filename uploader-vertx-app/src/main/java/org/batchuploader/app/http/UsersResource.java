package org.batchuploader.app.http;

import java.util.Optional;
import java.util.function.Consumer;
import org.batchuploader.app.api.UserJson;
import org.batchuploader.core.user.UserAccounts;

/** {@code /api/v1/admin/users}, for administrators. */
final class UsersResource {
    private final UserAccounts accounts;
    private final Optional<String> elsewhere;
    private final LoginCache logins;

    /** @param elsewhere why accounts cannot be kept here, if they cannot */
    UsersResource(UserAccounts accounts, Optional<String> elsewhere, LoginCache logins) {
        this.elsewhere = elsewhere;
        this.accounts = accounts;
        this.logins = logins;
    }

    Reply list(Exchange exchange) {
        require(exchange);
        return Reply.json(
                200,
                new UserJson.Listing(accounts.list().stream().map(UserJson::of).toList()));
    }

    Reply add(Exchange exchange) {
        require(exchange);
        var fresh = exchange.json(UserJson.Fresh.class);
        return valid(() -> {
            if (fresh.name() == null || fresh.password() == null) {
                throw Refusal.bad("USER_INVALID", "A user needs a name and a password.");
            }
            if (!accounts.add(fresh.owner(), fresh.password())) {
                throw new Refusal(409, "NAME_TAKEN", "There is a user named " + fresh.name() + " already.");
            }
            return Reply.empty(201);
        });
    }

    Reply change(Exchange exchange) {
        require(exchange);
        String name = exchange.segment("name");
        var change = exchange.json(UserJson.Change.class);
        return valid(() -> {
            given(change.password(), password -> accounts.changePassword(name, password));
            given(change.enabled(), enabled -> accounts.setEnabled(name, enabled));
            given(change.email(), email -> accounts.setEmail(name, email.isBlank() ? null : email));
            given(change.groups(), groups -> accounts.setGroups(name, groups));
            return Reply.empty(204);
        });
    }

    Reply remove(Exchange exchange) {
        require(exchange);
        return valid(() -> {
            accounts.remove(exchange.segment("name"));
            return Reply.empty(204);
        });
    }

    private void require(Exchange exchange) {
        exchange.requireAdministrator();
        elsewhere.ifPresent(why -> {
            throw new Refusal(403, "USERS_ELSEWHERE", why + ".");
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
