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
        call("POST", USERS, fresh);
        return true;
    }

    @Override
    public void changePassword(String name, String password) {
        call("PATCH", USERS + "/" + name, Map.of("password", password));
    }

    @Override
    public void setEnabled(String name, boolean enabled) {
        call("PATCH", USERS + "/" + name, Map.of("enabled", enabled));
    }

    @Override
    public void setEmail(String name, @Nullable String email) {
        call("PATCH", USERS + "/" + name, Map.of("email", email == null ? "" : email));
    }

    @Override
    public void remove(String name) {
        call("DELETE", USERS + "/" + name, Map.of());
    }

    @Override
    public List<Account> list() {
        List<Account> accounts = new ArrayList<>();
        for (JsonNode user : call("GET", USERS, Map.of()).path("users")) {
            Owner owner = new Owner(
                    user.path("name").asText(),
                    user.path("administrator").asBoolean(),
                    user.path("email").textValue());
            accounts.add(new Account(owner, user.path("enabled").asBoolean()));
        }
        return accounts;
    }

    private JsonNode call(String method, String path, Object body) {
        try {
            return method.equals("GET") ? service.get(path) : service.call(method, path, body);
        } catch (IOException e) {
            throw new UncheckedIOException(e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }
}
