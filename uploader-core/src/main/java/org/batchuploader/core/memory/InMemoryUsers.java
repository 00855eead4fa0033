package org.batchuploader.core.memory;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.batchuploader.core.user.Credentials;
import org.batchuploader.core.user.Login;
import org.batchuploader.core.user.Owner;
import org.batchuploader.core.user.UserAccounts;
import org.batchuploader.core.user.UserDirectory;
import org.jspecify.annotations.Nullable;

/** Accounts in memory. Names are compared without case; an unknown name takes as long as a wrong password. */
public final class InMemoryUsers implements UserDirectory, UserAccounts {
    private record Row(Owner owner, boolean enabled, PasswordHash password) {}

    private final MemoryTransactions transactions;
    private final int rounds;
    private final PasswordHash nobody;
    private final Table<String, Row> users;

    /** @param rounds of the password hash */
    InMemoryUsers(MemoryTransactions transactions, int rounds) {
        this.transactions = transactions;
        this.rounds = rounds;
        nobody = PasswordHash.of("", rounds);
        users = new Table<>(transactions);
    }

    @Override
    public Login login(Credentials credentials) {
        Optional<Row> row = transactions.call(() -> users.get(key(credentials.name())));
        boolean right = row.map(Row::password).orElse(nobody).matches(credentials.password(), rounds);
        if (row.isEmpty() || !right) {
            return new Login.Refused();
        }
        return row.get().enabled() ? new Login.Accepted(row.get().owner()) : new Login.Disabled();
    }

    @Override
    public Optional<Owner> find(String name) {
        return transactions.call(() -> users.get(key(name)).map(Row::owner));
    }

    @Override
    public boolean add(Owner owner, String password) {
        var row = new Row(owner, true, hash(password));
        return transactions.call(() -> {
            if (users.get(key(owner.name())).isPresent()) {
                return false;
            }
            users.put(key(owner.name()), row);
            return true;
        });
    }

    @Override
    public void changePassword(String name, String password) {
        PasswordHash hash = hash(password);
        change(name, row -> new Row(row.owner(), row.enabled(), hash));
    }

    @Override
    public void setEnabled(String name, boolean enabled) {
        change(name, row -> new Row(row.owner(), enabled, row.password()));
    }

    @Override
    public void setEmail(String name, @Nullable String email) {
        change(name, row -> new Row(row.owner().withEmail(email), row.enabled(), row.password()));
    }

    @Override
    public void setGroups(String name, List<String> groups) {
        change(name, row -> new Row(row.owner().withGroups(groups), row.enabled(), row.password()));
    }

    @Override
    public void remove(String name) {
        transactions.run(() -> {
            if (!users.remove(key(name))) {
                throw new UnknownUser(name);
            }
        });
    }

    @Override
    public List<Account> list() {
        return transactions.call(() ->
                users.stream().map(r -> new Account(r.owner(), r.enabled())).toList());
    }

    private void change(String name, UnaryOperator<Row> change) {
        transactions.run(() -> {
            Row row = users.get(key(name)).orElseThrow(() -> new UnknownUser(name));
            users.put(key(name), change.apply(row));
        });
    }

    private PasswordHash hash(String password) {
        if (password.length() < SHORTEST_PASSWORD) {
            throw new IllegalArgumentException("a password has at least " + SHORTEST_PASSWORD + " characters");
        }
        return PasswordHash.of(password, rounds);
    }

    private static String key(String name) {
        return name.toLowerCase(Locale.ROOT);
    }
}
