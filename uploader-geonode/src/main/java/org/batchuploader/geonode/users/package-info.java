/**
 * Who delivers, as GeoNode knows it: {@link org.batchuploader.geonode.users.GeoNodeUsers} asks by HTTP, which is the safe default;
 * {@link org.batchuploader.geonode.users.GeoNodeTokens} takes OAuth2 tokens and {@link org.batchuploader.geonode.users.GeoNodeTable} reads
 * GeoNode's database. Nothing here writes anywhere or lets a password into a log.
 */
@NullMarked
package org.batchuploader.geonode.users;

import org.jspecify.annotations.NullMarked;
