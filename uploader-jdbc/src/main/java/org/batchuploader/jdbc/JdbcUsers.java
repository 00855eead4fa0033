package org.batchuploader.jdbc;

import com.fasterxml.jackson.core.type.TypeReference;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.batchuploader.core.user.Credentials;
import org.batchuploader.core.user.Login;
import org.batchuploader.core.user.Owner;
import org.batchuploader.core.user.UserAccounts;
import org.batchuploader.core.user.UserDirectory;
import org.jspecify.annotations.Nullable;

/** Table {@code account}. Names are compared without case; an unknown name takes as long as a wrong password. */
public final class JdbcUsers implements UserDirectory, UserAccounts {
    private record Row(Account account, String passwordHash) {}

    private static final String SELECT =
            "SELECT name_key, name, administrator, email, user_groups, enabled, password_hash FROM account";

    private static final TypeReference<List<String>> GROUPS = new TypeReference<>() {};

    private final JdbcTransactions transactions;
    private final Passwords passwords;

    JdbcUsers(JdbcTransactions transactions, Passwords passwords) {
        this.transactions = transactions;
        this.passwords = passwords;
    }

    @Override
    public Login login(Credentials credentials) {
        Optional<Row> row = row(credentials.name());
        boolean right = passwords.matches(
                credentials.password(), row.map(Row::passwordHash).orElse(null));
        if (row.isEmpty() || !right) {
            return new Login.Refused();
        }
        Account account = row.get().account();
        return account.enabled() ? new Login.Accepted(account.owner()) : new Login.Disabled();
    }

    @Override
    public Optional<Owner> find(String name) {
        return row(name).map(r -> r.account().owner());
    }

    @Override
    public boolean add(Owner owner, String password) {
        String hash = passwords.hash(password);
        return transactions.change(handle -> {
            return handle.createUpdate(
                                    """
                                    INSERT INTO account (name_key, name, administrator, email, user_groups, enabled, password_hash)
                                    VALUES (:key, :name, :administrator, :email, :groups, TRUE, :hash)
                                    ON CONFLICT DO NOTHING""")
                            .bind("key", key(owner.name()))
                            .bind("name", owner.name())
                            .bind("administrator", owner.administrator())
                            .bind("email", owner.email())
                            .bind("groups", Json.write(owner.groups()))
                            .bind("hash", hash)
                            .execute()
                    == 1;
        });
    }

    @Override
    public void changePassword(String name, String password) {
        change(name, "UPDATE account SET password_hash = :value WHERE name_key = :key", passwords.hash(password));
    }

    @Override
    public void setEnabled(String name, boolean enabled) {
        change(name, "UPDATE account SET enabled = :value WHERE name_key = :key", enabled);
    }

    @Override
    public void setEmail(String name, @Nullable String email) {
        change(name, "UPDATE account SET email = :value WHERE name_key = :key", email);
    }

    @Override
    public void setGroups(String name, List<String> groups) {
        change(name, "UPDATE account SET user_groups = :value WHERE name_key = :key", Json.write(groups));
    }

    @Override
    public void remove(String name) {
        change(name, "DELETE FROM account WHERE name_key = :key", null);
    }

    @Override
    public List<Account> list() {
        return transactions.read(handle -> handle.createQuery(SELECT + " ORDER BY name_key")
                .map((row, context) -> read(row).account())
                .list());
    }

    private void change(String name, String statement, @Nullable Object value) {
        transactions.write(handle -> {
            int changed = handle.createUpdate(statement)
                    .bind("key", key(name))
                    .bind("value", value)
                    .execute();
            if (changed == 0) {
                throw new UnknownUser(name);
            }
        });
    }

    private Optional<Row> row(String name) {
        return transactions.read(handle -> handle.createQuery(SELECT + " WHERE name_key = :key")
                .bind("key", key(name))
                .map((row, context) -> read(row))
                .findOne());
    }

    private static Row read(ResultSet row) throws SQLException {
        var owner = new Owner(
                row.getString("name"),
                row.getBoolean("administrator"),
                row.getString("email"),
                Json.read(row.getString("user_groups"), GROUPS));
        return new Row(new Account(owner, row.getBoolean("enabled")), row.getString("password_hash"));
    }

    private static String key(String name) {
        return Texts.storable(name.toLowerCase(Locale.ROOT));
    }
}
