package org.batchuploader.app.config;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Who shows the layers' pages. */
public sealed interface PortalChoice {
    /** Nobody. */
    record LeftOut() implements PortalChoice {}

    /** The stand-in on this machine. */
    record BuiltIn() implements PortalChoice {}

    /**
     * A GeoNode.
     *
     * @param uploads whether it is handed the files, rather than told of the layers in its GeoServer
     * @param view groups that may look; likewise for the others
     * @param ownerOfUnknown the account that gets the layers of people whom GeoNode does not know
     * @param patience for all waiting on one layer together
     */
    record GeoNode(
            GeoNodeAccess access,
            boolean uploads,
            List<String> view,
            List<String> download,
            List<String> edit,
            @Nullable String ownerOfUnknown,
            Duration patience)
            implements PortalChoice {}

    static PortalChoice of(Values values, CatalogChoice catalog) {
        boolean given = values.find(Key.GEONODE_URL) != null;
        return switch (values.choice(
                Key.PUBLISH_PORTAL, given ? "geonode" : "built-in", "built-in", "none", "geonode")) {
            case "geonode" -> geonode(values, catalog);
            case "none" -> new LeftOut();
            default -> new BuiltIn();
        };
    }

    private static GeoNode geonode(Values values, CatalogChoice catalog) {
        boolean uploads =
                values.choice(Key.GEONODE_WAY, "register", "register", "upload").equals("upload");
        if (!uploads && !(catalog instanceof CatalogChoice.GeoServer)) {
            throw values.wrong(
                    Key.GEONODE_WAY,
                    "must be upload where there is no geoserver.url, since only layers of a GeoServer can be registered");
        }
        return new GeoNode(
                GeoNodeAccess.of(values),
                uploads,
                values.list(Key.GEONODE_VIEW),
                values.list(Key.GEONODE_DOWNLOAD),
                values.list(Key.GEONODE_EDIT),
                values.find(Key.GEONODE_OWNEROFUNKNOWN),
                values.duration(Key.GEONODE_PATIENCE));
    }
}
