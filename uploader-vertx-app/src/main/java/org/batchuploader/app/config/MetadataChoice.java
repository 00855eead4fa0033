package org.batchuploader.app.config;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Who keeps the metadata records. */
public sealed interface MetadataChoice {
    /** Nobody. */
    record LeftOut() implements MetadataChoice {}

    /** The stand-in on this machine. */
    record BuiltIn() implements MetadataChoice {}

    /**
     * A GeoNetwork, by its own API.
     *
     * @param publicUrl as people reach it
     * @param group that owns the records; absent for the one all share
     * @param publish whether everybody may see them
     */
    record GeoNetwork(
            URI url,
            URI publicUrl,
            String user,
            Secret password,
            @Nullable String group,
            boolean publish,
            Duration answerLimit)
            implements MetadataChoice {}

    /** Any catalogue that takes transactions of OGC CSW 2.0.2. */
    record Csw(URI url, URI transactionUrl, @Nullable String user, @Nullable Secret password, Duration answerLimit)
            implements MetadataChoice {}

    /**
     * What the records say where neither file nor owner does.
     *
     * @param inspireThemes of the vocabulary GEMET
     * @param topic a category of ISO 19115
     * @param language of three letters, ISO 639-2
     */
    record Defaults(
            @Nullable String contactName,
            @Nullable String contactOrganisation,
            @Nullable String contactEmail,
            @Nullable String licence,
            @Nullable String accessConstraints,
            List<String> inspireThemes,
            String topic,
            String language) {
        static Defaults of(Values values) {
            return new Defaults(
                    values.find(Key.METADATA_CONTACTNAME),
                    values.find(Key.METADATA_CONTACTORGANISATION),
                    values.find(Key.METADATA_CONTACTEMAIL),
                    values.find(Key.METADATA_LICENCE),
                    values.find(Key.METADATA_ACCESSCONSTRAINTS),
                    values.list(Key.METADATA_INSPIRETHEMES),
                    values.text(Key.METADATA_TOPIC),
                    values.text(Key.METADATA_LANGUAGE));
        }
    }

    static MetadataChoice of(Values values) {
        boolean geonetwork = values.find(Key.GEONETWORK_URL) != null;
        boolean csw = values.find(Key.CSW_URL) != null;
        if (geonetwork && csw && values.find(Key.PUBLISH_METADATA) == null) {
            throw values.wrong(
                    Key.PUBLISH_METADATA, "must be geonetwork or csw, since both geonetwork.url and csw.url are set");
        }
        String usual = geonetwork ? "geonetwork" : csw ? "csw" : "built-in";
        return switch (values.choice(Key.PUBLISH_METADATA, usual, "built-in", "none", "geonetwork", "csw")) {
            case "geonetwork" -> geonetwork(values);
            case "csw" -> csw(values);
            case "none" -> new LeftOut();
            default -> new BuiltIn();
        };
    }

    private static GeoNetwork geonetwork(Values values) {
        URI url = values.address(Key.GEONETWORK_URL);
        return new GeoNetwork(
                url,
                values.addressOr(Key.GEONETWORK_PUBLICURL, url),
                values.text(Key.GEONETWORK_USER),
                values.secret(Key.GEONETWORK_PASSWORD, Key.GEONETWORK_PASSWORDFILE),
                values.find(Key.GEONETWORK_GROUP),
                values.flag(Key.GEONETWORK_PUBLISH),
                values.duration(Key.GEONETWORK_ANSWERLIMIT));
    }

    private static Csw csw(Values values) {
        URI url = values.address(Key.CSW_URL);
        @Nullable String user = values.find(Key.CSW_USER);
        return new Csw(
                url,
                values.addressOr(Key.CSW_TRANSACTIONURL, url),
                user,
                user == null ? null : values.secret(Key.CSW_PASSWORD, Key.CSW_PASSWORDFILE),
                values.duration(Key.CSW_ANSWERLIMIT));
    }
}
