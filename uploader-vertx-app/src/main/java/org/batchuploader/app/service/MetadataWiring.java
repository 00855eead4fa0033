package org.batchuploader.app.service;

import java.net.URI;
import org.batchuploader.app.config.MetadataChoice;
import org.batchuploader.core.publish.MetadataRegistry;
import org.batchuploader.geonetwork.client.CswClient;
import org.batchuploader.geonetwork.client.CswClientBuilder;
import org.batchuploader.geonetwork.client.GeoNetworkClient;
import org.batchuploader.geonetwork.iso.Party;
import org.batchuploader.geonetwork.registry.CswCheckup;
import org.batchuploader.geonetwork.registry.CswRegistry;
import org.batchuploader.geonetwork.registry.GeoNetworkCheckup;
import org.batchuploader.geonetwork.registry.GeoNetworkRegistry;
import org.batchuploader.geonetwork.registry.RecordDefaults;
import org.jspecify.annotations.Nullable;

/** The metadata catalogue as the configuration has it. */
final class MetadataWiring {
    private MetadataWiring() {}

    /**
     * Absent for the stand-in, and for none.
     *
     * @param publicUrl of this service, which relative links are of
     */
    static @Nullable MetadataRegistry registry(
            MetadataChoice choice, MetadataChoice.Defaults defaults, @Nullable URI publicUrl, Systems systems) {
        if (choice instanceof MetadataChoice.GeoNetwork geonetwork) {
            return geonetwork(geonetwork, defaults(defaults, publicUrl), systems);
        }
        return choice instanceof MetadataChoice.Csw csw ? csw(csw, defaults(defaults, publicUrl), systems) : null;
    }

    private static MetadataRegistry geonetwork(
            MetadataChoice.GeoNetwork choice, RecordDefaults defaults, Systems systems) {
        GeoNetworkClient client = GeoNetworkClient.at(choice.url())
                .credentials(choice.user(), choice.password().value())
                .answerLimit(choice.answerLimit())
                .watch(systems.calls())
                .build();
        var audience = new GeoNetworkRegistry.Audience(choice.publish(), choice.group());
        systems.note("GeoNetwork", choice.url(), new GeoNetworkCheckup(client, choice.url(), audience));
        return new GeoNetworkRegistry(client, choice.publicUrl(), audience, defaults);
    }

    private static MetadataRegistry csw(MetadataChoice.Csw choice, RecordDefaults defaults, Systems systems) {
        CswClientBuilder builder = CswClient.at(choice.url())
                .transactions(choice.transactionUrl())
                .answerLimit(choice.answerLimit())
                .watch(systems.calls());
        if (choice.user() != null && choice.password() != null) {
            builder.credentials(choice.user(), choice.password().value());
        }
        CswClient client = builder.build();
        systems.note("CSW", choice.url(), new CswCheckup(client, choice.url()));
        return new CswRegistry(client, choice.url(), defaults);
    }

    private static RecordDefaults defaults(MetadataChoice.Defaults given, @Nullable URI publicUrl) {
        RecordDefaults.Builder builder = RecordDefaults.builder()
                .language(given.language())
                .topic(given.topic())
                .inspireThemes(given.inspireThemes());
        if (publicUrl != null) {
            builder.publicAddress(publicUrl);
        }
        if (given.contactName() != null || given.contactOrganisation() != null) {
            builder.contact(Party.contact(given.contactName(), given.contactOrganisation(), given.contactEmail()));
        }
        if (given.licence() != null) {
            builder.licence(given.licence());
        }
        if (given.accessConstraints() != null) {
            builder.access(given.accessConstraints());
        }
        return builder.build();
    }
}
