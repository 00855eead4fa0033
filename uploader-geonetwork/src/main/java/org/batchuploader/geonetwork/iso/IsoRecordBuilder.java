package org.batchuploader.geonetwork.iso;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Gathers what an {@link IsoRecord} says. */
public final class IsoRecordBuilder {
    private final String identifier;
    private final String title;
    private final String summary;
    private final Instant changed;
    private @Nullable String resource;
    private @Nullable String purpose;
    private List<CitedDate> dates = List.of();
    private List<Party> contact = List.of();
    private String language = "eng";
    private String dataLanguage = "eng";
    private @Nullable String charset;
    private List<Keywords> keywords = List.of();
    private List<String> topics = List.of();
    private Constraints constraints = Constraints.NONE;
    private @Nullable Representation representation;
    private @Nullable Long scale;
    private @Nullable Box box;
    private @Nullable String crs;
    private String lineage = "";
    private List<String> formats = List.of();
    private List<OnlineResource> online = List.of();
    private @Nullable String thumbnail;
    private @Nullable Conformity conformity;

    IsoRecordBuilder(String identifier, String title, String summary, Instant changed) {
        this.identifier = identifier;
        this.title = title;
        this.summary = summary;
        this.changed = changed;
    }

    /** An identifier of the data themselves. */
    public IsoRecordBuilder resource(@Nullable String value) {
        this.resource = value;
        return this;
    }

    /** What the data were made for. */
    public IsoRecordBuilder purpose(@Nullable String value) {
        this.purpose = value;
        return this;
    }

    public IsoRecordBuilder dates(List<CitedDate> value) {
        this.dates = value;
        return this;
    }

    /** The first is the contact of the record, all are of the data. */
    public IsoRecordBuilder contact(List<Party> value) {
        this.contact = value;
        return this;
    }

    /** Of the record, as ISO 639-2 has it. */
    public IsoRecordBuilder language(String value) {
        this.language = value;
        return this;
    }

    /** Of the text in the data, as ISO 639-2 has it. */
    public IsoRecordBuilder dataLanguage(String value) {
        this.dataLanguage = value;
        return this;
    }

    /** Of the code list {@code MD_CharacterSetCode}. */
    public IsoRecordBuilder charset(@Nullable String value) {
        this.charset = value;
        return this;
    }

    public IsoRecordBuilder keywords(List<Keywords> value) {
        this.keywords = value;
        return this;
    }

    /** Of the enumeration {@code MD_TopicCategoryCode}. */
    public IsoRecordBuilder topics(List<String> value) {
        this.topics = value;
        return this;
    }

    public IsoRecordBuilder constraints(Constraints value) {
        this.constraints = value;
        return this;
    }

    public IsoRecordBuilder representation(@Nullable Representation value) {
        this.representation = value;
        return this;
    }

    /** A denominator. */
    public IsoRecordBuilder scale(@Nullable Long value) {
        this.scale = value;
        return this;
    }

    public IsoRecordBuilder box(@Nullable Box value) {
        this.box = value;
        return this;
    }

    /** Authority and code, {@code EPSG:2056}. */
    public IsoRecordBuilder crs(@Nullable String value) {
        this.crs = value;
        return this;
    }

    /** How the data came to be what they are. */
    public IsoRecordBuilder lineage(String value) {
        this.lineage = value;
        return this;
    }

    /** Names of formats that the data can be had in. */
    public IsoRecordBuilder formats(List<String> value) {
        this.formats = value;
        return this;
    }

    public IsoRecordBuilder online(List<OnlineResource> value) {
        this.online = value;
        return this;
    }

    /** The address of a picture. */
    public IsoRecordBuilder thumbnail(@Nullable String value) {
        this.thumbnail = value;
        return this;
    }

    public IsoRecordBuilder conformity(@Nullable Conformity value) {
        this.conformity = value;
        return this;
    }

    public IsoRecord build() {
        return new IsoRecord(
                identifier,
                resource,
                changed,
                title,
                summary,
                purpose,
                dates,
                contact,
                language,
                dataLanguage,
                charset,
                keywords,
                topics,
                constraints,
                representation,
                scale,
                box,
                crs,
                lineage,
                formats,
                online,
                thumbnail,
                conformity);
    }
}
