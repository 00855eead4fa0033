package org.batchuploader.geonetwork.registry;

import java.net.URI;
import java.util.List;
import org.batchuploader.geonetwork.iso.Conformity;
import org.batchuploader.geonetwork.iso.Party;
import org.jspecify.annotations.Nullable;

/**
 * What records say where neither the data nor their owner do. Made by {@link #builder}.
 *
 * @param publicAddress of the uploader, which relative links are of; absent when there is none
 * @param contact of all records, before the owner; absent when the owner is the only one
 * @param language of the records, as ISO 639-2 has it
 * @param topic of the data, of ISO 19115's {@code MD_TopicCategoryCode}
 * @param licence of the data, in words or an address
 * @param access who may get the data, in words
 * @param inspireThemes of the vocabulary "GEMET - INSPIRE themes, version 1.0", in the records' language
 * @param conformity with a specification, INSPIRE's for one
 */
public record RecordDefaults(
        @Nullable URI publicAddress,
        @Nullable Party contact,
        String language,
        String topic,
        @Nullable String licence,
        @Nullable String access,
        List<String> inspireThemes,
        @Nullable Conformity conformity) {
    public RecordDefaults {
        inspireThemes = List.copyOf(inspireThemes);
    }

    public static Builder builder() {
        return new Builder();
    }

    /** Every part may be left away. */
    public static final class Builder {
        private @Nullable URI publicAddress;
        private @Nullable Party contact;
        private String language = "eng";
        private String topic = "location";
        private @Nullable String licence;
        private @Nullable String access;
        private List<String> inspireThemes = List.of();
        private @Nullable Conformity conformity;

        private Builder() {}

        public Builder publicAddress(URI address) {
            this.publicAddress = address;
            return this;
        }

        public Builder contact(Party party) {
            this.contact = party;
            return this;
        }

        /** ISO 639-2, {@code eng} unless told. */
        public Builder language(String code) {
            this.language = code;
            return this;
        }

        /** {@code location} unless told. */
        public Builder topic(String category) {
            this.topic = category;
            return this;
        }

        public Builder licence(String words) {
            this.licence = words;
            return this;
        }

        public Builder access(String words) {
            this.access = words;
            return this;
        }

        public Builder inspireThemes(List<String> themes) {
            this.inspireThemes = themes;
            return this;
        }

        public Builder conformity(Conformity with) {
            this.conformity = with;
            return this;
        }

        public RecordDefaults build() {
            return new RecordDefaults(
                    publicAddress, contact, language, topic, licence, access, inspireThemes, conformity);
        }
    }
}
