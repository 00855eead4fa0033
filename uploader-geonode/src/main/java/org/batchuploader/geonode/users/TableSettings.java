package org.batchuploader.geonode.users;

import java.time.Duration;

/**
 * Where GeoNode's own database is.
 *
 * @param url {@code jdbc:postgresql://host/geonode}
 * @param user one that may only {@code SELECT} from {@code people_profile} is enough
 * @param rounds that checking a password costs at least, whoever asks; {@link #DJANGO_ROUNDS} unless GeoNode is older than 5
 * @param groups whether the groups of users are read too; then the user also needs {@code SELECT} on {@code people_profile_groups} and
 *     {@code auth_group}
 * @param limit how long the database may take to connect or to answer
 */
public record TableSettings(String url, String user, String password, int rounds, boolean groups, Duration limit) {
    /** Of Django 5.2, with GeoNode 5. */
    public static final int DJANGO_ROUNDS = 1_000_000;

    public TableSettings {
        if (rounds < 0 || rounds > DjangoPassword.MOST_ROUNDS) {
            throw new IllegalArgumentException("rounds must be 0 to " + DjangoPassword.MOST_ROUNDS + ", not " + rounds);
        }
        if (limit.toSeconds() < 1) {
            throw new IllegalArgumentException("limit must be at least a second, not " + limit);
        }
    }

    public static TableSettings of(String url, String user, String password) {
        return new TableSettings(url, user, password, DJANGO_ROUNDS, false, Duration.ofSeconds(10));
    }

    public TableSettings withRounds(int checked) {
        return new TableSettings(url, user, password, checked, groups, limit);
    }

    public TableSettings withGroups(boolean read) {
        return new TableSettings(url, user, password, rounds, read, limit);
    }

    public TableSettings withLimit(Duration answer) {
        return new TableSettings(url, user, password, rounds, groups, answer);
    }

    /** Without parameters, which may hold a password. */
    @Override
    public String toString() {
        return "TableSettings[url=" + url.split("[;?]", 2)[0] + ", user=" + user + ", rounds=" + rounds + "]";
    }
}
