package org.batchuploader.geonode.users;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Base64;
import java.util.Objects;
import org.batchuploader.core.user.Owner;

/** GeoNode's table of users with the columns that Django gives it, in a database of a test. */
record PeopleProfile(String url, String user) {
    /** All of password {@code s3crét}, at a number of rounds that a test can afford. */
    static final String SHA1 = "sha1$abcdefghijklmnopqrstuv$b7189cde2e051874937c2505c7c3f06b5295e4ce";

    static final String WRAPPED = "pbkdf2sha1_wrapped_sha1$1000000$abcdefghijklmnopqrstuv$+E8MtPYUy676giE+OLY4DdbiZNo=";
    static final String PBKDF2 = "pbkdf2_sha1$1000000$abcdefghijklmnopqrstuv$Ood6ONbvlz1l1yaWzeWa8vcXuus=";

    PeopleProfile create() {
        execute(
                """
                CREATE TABLE people_profile (
                  id INTEGER PRIMARY KEY, password VARCHAR(128) NOT NULL, last_login TIMESTAMP WITH TIME ZONE,
                  is_superuser BOOLEAN NOT NULL, username VARCHAR(150) NOT NULL UNIQUE, first_name VARCHAR(150) NOT NULL,
                  last_name VARCHAR(150) NOT NULL, email VARCHAR(254) NOT NULL, is_staff BOOLEAN NOT NULL,
                  is_active BOOLEAN NOT NULL, date_joined TIMESTAMP WITH TIME ZONE NOT NULL)""");
        execute("CREATE TABLE auth_group (id INTEGER PRIMARY KEY, name VARCHAR(150) NOT NULL UNIQUE)");
        execute("CREATE TABLE people_profile_groups (profile_id INTEGER NOT NULL, group_id INTEGER NOT NULL)");
        execute(
                "INSERT INTO auth_group VALUES (1, 'anonymous'), (2, 'contributors'), (3, 'registered-members'), (7, 'town'), (8, 'harbour')");
        execute("INSERT INTO people_profile_groups VALUES (2, 8), (2, 2), (2, 3), (2, 1), (2, 7), (3, 3)");
        add(1, "admin", PBKDF2, "admin@example.org", true, true);
        add(2, "ann", SHA1, "ann@example.org", false, true);
        add(3, "old", WRAPPED, "", false, true);
        add(4, "left", SHA1, "left@example.org", false, false);
        add(5, "AnonymousUser", "!unusable", "", false, true);
        add(6, "odd", "argon2$argon2id$v=19$m=102400,t=2,p=8$c2FsdA$aGFzaA", "", false, true);
        return this;
    }

    /** As Django 5.2 stores it, with the rounds that a test can afford. */
    void put(Owner owner, String password, boolean active) {
        String salt = "wxyzabcdefghijklmnopqr";
        byte[] hash = Pbkdf2.ofJava()
                .derive(DjangoPassword.Form.PBKDF2_SHA1, password, salt.getBytes(StandardCharsets.US_ASCII), 100);
        String stored = "pbkdf2_sha1$100$" + salt + "$" + Base64.getEncoder().encodeToString(hash);
        String email = Objects.requireNonNullElse(owner.email(), "");
        add(100, owner.name(), stored, email, owner.administrator(), active);
    }

    private void add(int id, String name, String password, String email, boolean superuser, boolean active) {
        execute("INSERT INTO people_profile VALUES (%d, '%s', NULL, %s, '%s', '', '', '%s', %s, %s, now())"
                .formatted(id, password, superuser, name, email, superuser, active));
    }

    void execute(String sql) {
        try (Connection connection = DriverManager.getConnection(url, user, "");
                var statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException("refused: " + sql, e);
        }
    }
}
