package org.batchuploader.app.client;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.batchuploader.core.user.Owner;
import org.batchuploader.core.user.UserAccounts;
import org.jspecify.annotations.Nullable;

/** The accounts of a running service, which has its database for itself. */
public final class RemoteAccounts implements UserAccounts {
    private static final String USERS = "/api/v1/admin/users";
    private static final int INVALID = 400;
    private static final int UNKNOWN = 404;
    private static final int NAME_TAKEN = 409;

    private final ServiceClient service;

    public RemoteAccounts(ServiceClient service) {
        this.service = service;
    }

    @Override
    public boolean add(Owner owner, String password) {
        Map<String, Object> fresh = new LinkedHashMap<>();
        fresh.put("name", owner.name());
        fresh.put("password", password);
        fresh.put("administrator", owner.administrator());
        fresh.put("email", owner.email());
        fresh.put("groups", owner.groups());
        try {
            service.call("POST", USERS, fresh);
            return true;
        } catch (Refused e) {
            if (e.status() == NAME_TAKEN) {
                return false;
            }
            throw known(e, owner.name());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw interrupted();
        }
    }

    @Override
    public void changePassword(String name, String password) {
        change("PATCH", name, Map.of("password", password));
    }

    @Override
    public void setEnabled(String name, boolean enabled) {
        change("PATCH", name, Map.of("enabled", enabled));
    }

    @Override
    public void setEmail(String name, @Nullable String email) {
        change("PATCH", name, Map.of("email", email == null ? "" : email));
    }

    @Override
    public void setGroups(String name, List<String> groups) {
        change("PATCH", name, Map.of("groups", groups));
    }

    @Override
    public void remove(String name) {
        change("DELETE", name, Map.of());
    }

    @Override
    public List<Account> list() {
        try {
            List<Account> accounts = new ArrayList<>();
            for (JsonNode user : service.get(USERS).path("users")) {
                Owner owner = new Owner(
                        user.path("name").asText(),
                        user.path("administrator").asBoolean(),
                        user.path("email").textValue(),
                        groups(user.path("groups")));
                accounts.add(new Account(owner, user.path("enabled").asBoolean()));
            }
            return accounts;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw interrupted();
        }
    }

    private static List<String> groups(JsonNode names) {
        List<String> groups = new ArrayList<>();
        names.forEach(name -> groups.add(name.asText()));
        return groups;
    }

    private void change(String method, String name, Object body) {
        try {
            service.call(method, USERS + "/" + name, body);
        } catch (Refused e) {
            throw known(e, name);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw interrupted();
        }
    }

    /** The refusals that the port has words for. */
    private static RuntimeException known(Refused refused, String name) {
        return switch (refused.status()) {
            case UNKNOWN -> new UnknownUser(name);
            case INVALID -> new IllegalArgumentException(refused.getMessage(), refused);
            default -> new UncheckedIOException(refused);
        };
    }

    private static IllegalStateException interrupted() {
        Thread.currentThread().interrupt();
        return new IllegalStateException("interrupted");
    }
}
