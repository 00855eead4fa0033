package org.batchuploader.geonetwork.iso;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What a record says of one dataset. {@link #of} begins one; {@link IsoRecordBuilder} adds to it. Texts may hold anything
 * a person wrote.
 *
 * <pre>{@code
 * IsoRecord record = IsoRecord.of("2f8a5c4e-0d0b-4a52-9f0e-0c7c1a9b1c11", "Roads", "All roads.", now)
 *         .contact(List.of(Party.contact(null, "Town of Testland", "gis@example.org")))
 *         .representation(new Representation.Vector("curve", 1200))
 *         .build();
 * byte[] xml = IsoWriter.write(record);
 * }</pre>
 *
 * @param identifier of the record ({@code fileIdentifier}), and how catalogues find it again
 * @param resource an identifier of the data themselves, absent when there is none
 * @param changed when the record was made
 * @param title of the data
 * @param summary the abstract
 * @param contact for the record and the data; the first is the record's
 * @param language of the record, as ISO 639-2 has it ({@code eng}, {@code ger})
 * @param dataLanguage of the text in the data, likewise
 * @param charset of the text in the data, of the code list {@code MD_CharacterSetCode}; absent when it is not in it
 * @param crs authority and code, {@code EPSG:2056}
 * @param scale the denominator of the scale that the data are good for
 */
public record IsoRecord(
        String identifier,
        @Nullable String resource,
        Instant changed,
        String title,
        String summary,
        @Nullable String purpose,
        List<CitedDate> dates,
        List<Party> contact,
        String language,
        String dataLanguage,
        @Nullable String charset,
        List<Keywords> keywords,
        List<String> topics,
        Constraints constraints,
        @Nullable Representation representation,
        @Nullable Long scale,
        @Nullable Box box,
        @Nullable String crs,
        String lineage,
        List<String> formats,
        List<OnlineResource> online,
        @Nullable String thumbnail,
        @Nullable Conformity conformity) {
    public IsoRecord {
        Objects.requireNonNull(identifier);
        dates = List.copyOf(dates);
        contact = List.copyOf(contact);
        keywords = List.copyOf(keywords);
        topics = List.copyOf(topics);
        formats = List.copyOf(formats);
        online = List.copyOf(online);
    }

    /** The least there is to say; nothing else is claimed. */
    public static IsoRecordBuilder of(String identifier, String title, String summary, Instant changed) {
        return new IsoRecordBuilder(identifier, title, summary, changed);
    }
}
