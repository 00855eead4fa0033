package org.batchuploader.geonode.client;

import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.batchuploader.remote.Answer;
import org.batchuploader.remote.RemoteException;
import org.jspecify.annotations.Nullable;

/** Who uses GeoNode, and whose the credentials are. */
public final class Users {
    private final Calls calls;

    Users(Calls calls) {
        this.calls = calls;
    }

    /**
     * Whose credentials these are, by {@code /api/o/v4/userinfo}. GeoNode cuts a password at its first {@code :} there, so ask
     * {@link #verify} about such a one. An {@link RemoteException.Unauthorised} may also mean that its OAuth application is missing.
     */
    public Account whoAmI() {
        Documents.Identity identity = calls.read(() -> calls.rest().userinfo());
        if (identity.username() == null) {
            throw new RemoteException.Refused(GeoNodeClient.SYSTEM, "GeoNode does not say whose the credentials are");
        }
        boolean administrator = identity.groups() != null && identity.groups().contains("admin");
        return new Account(null, identity.username(), given(identity.email()), administrator, administrator, true);
    }

    /**
     * Whether GeoNode accepts the credentials, whatever characters they have.
     *
     * @throws RemoteException.Unauthorised when it does not
     */
    public void verify() {
        calls.read(() -> calls.rest().oneExecution());
    }

    /** The account of exactly that name, among those that the credentials may see: all for staff, one's own for everybody. */
    public Optional<Account> named(String username) {
        return accounts(calls.read(() -> calls.rest().usersNamed(username))).stream()
                .filter(account -> account.username().equals(username))
                .findFirst();
    }

    /** Accounts with that e-mail address, compared without case, among those that the credentials may see. */
    public List<Account> reachedBy(String email) {
        return accounts(calls.read(() -> calls.rest().usersReachedBy(email))).stream()
                .filter(account -> email.equalsIgnoreCase(account.email()))
                .toList();
    }

    /**
     * Names of the groups a user is a member of, in GeoNode's order; {@link Group#OF_EVERYBODY} are not among them.
     *
     * @param pk of the user, who is to be seen by the credentials
     */
    public List<String> groups(long pk) {
        return calls.read(() -> calls.rest().groupsOf(pk)).stream()
                .map(Documents.GroupProfile::slug)
                .filter(Objects::nonNull)
                .filter(slug -> !Group.OF_EVERYBODY.contains(slug))
                .toList();
    }

    /** What GeoNode knows of an access token; empty when it does not know it, or no more. */
    public Optional<Token> token(String token) {
        String form = "token=" + URLEncoder.encode(token, StandardCharsets.UTF_8);
        try {
            HttpRequest.BodyPublisher body = HttpRequest.BodyPublishers.ofString(form);
            Answer answer = calls.read(() -> calls.send(
                    "POST",
                    calls.request("/api/o/v4/tokeninfo").header("Content-Type", "application/x-www-form-urlencoded"),
                    body));
            return Optional.of(calls.parsed(answer, Token.class)).filter(known -> known.username() != null);
        } catch (RemoteException.Refused | RemoteException.Unauthorised | RemoteException.NotFound unknown) {
            return Optional.empty();
        }
    }

    /** Gives resources to somebody else; staff may. */
    public void transfer(long from, long to, List<Long> resources) {
        calls.run(() -> calls.rest().transfer(from, new Documents.Transfer(from, to, resources)));
    }

    private static List<Account> accounts(Documents.Users document) {
        List<Documents.User> users = Objects.requireNonNullElse(document.users(), List.of());
        return users.stream()
                .filter(user -> user.username() != null)
                .map(user -> new Account(
                        user.pk(),
                        Objects.requireNonNull(user.username()),
                        given(user.email()),
                        Boolean.TRUE.equals(user.superuser()),
                        Boolean.TRUE.equals(user.staff()) || Boolean.TRUE.equals(user.superuser()),
                        !Boolean.FALSE.equals(user.active())))
                .toList();
    }

    private static @Nullable String given(@Nullable String email) {
        return email == null || email.isBlank() ? null : email.strip();
    }
}
