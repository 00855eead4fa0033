package org.batchuploader.geonode.client;

import org.jspecify.annotations.Nullable;

/**
 * A user of GeoNode.
 *
 * @param pk absent where GeoNode did not say
 * @param email absent where there is none
 * @param administrator a superuser
 * @param staff may run management commands
 * @param active whether the account is switched on, as far as GeoNode says
 */
public record Account(
        @Nullable Long pk,
        String username,
        @Nullable String email,
        boolean administrator,
        boolean staff,
        boolean active) {}
