package org.batchuploader.geonetwork.registry;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.batchuploader.core.inspect.CoordinateReferenceSystem;
import org.batchuploader.core.inspect.Description;
import org.batchuploader.core.inspect.Envelope;
import org.batchuploader.core.inspect.Format;
import org.batchuploader.core.inspect.Inspection;
import org.batchuploader.core.inspect.RasterDescription;
import org.batchuploader.core.inspect.VectorDescription;
import org.batchuploader.core.publish.Publication;
import org.batchuploader.core.user.Owner;
import org.batchuploader.geonetwork.iso.Box;
import org.batchuploader.geonetwork.iso.CitedDate;
import org.batchuploader.geonetwork.iso.Constraints;
import org.batchuploader.geonetwork.iso.IsoRecord;
import org.batchuploader.geonetwork.iso.Keywords;
import org.batchuploader.geonetwork.iso.Party;
import org.batchuploader.geonetwork.iso.Representation;
import org.jspecify.annotations.Nullable;

/**
 * What the record of a publication says. The title is the one the layer was given; the owner's own description comes
 * before what the inspection makes up, and the defaults fill what is left. The same publication gives the same record.
 */
public final class RecordOfPublication {
    /** Metres that a degree of latitude has on the ground, on the average. */
    private static final double METRES_OF_A_DEGREE = 111_195;

    private static final Map<String, String> CHARSETS = Map.of(
            "utf-8", "utf8",
            "us-ascii", "usAscii",
            "utf-16", "utf16",
            "shift_jis", "shiftJIS",
            "euc-jp", "eucJP",
            "euc-kr", "eucKR",
            "big5", "big5",
            "gb2312", "GB2312");

    private final RecordDefaults defaults;
    private final OnlineLinks links;

    public RecordOfPublication(RecordDefaults defaults) {
        this.defaults = defaults;
        this.links = new OnlineLinks(defaults.publicAddress());
    }

    /** @param picture where the thumbnail can be fetched; absent when a step before has one, or there is none */
    public IsoRecord of(Publication publication, @Nullable String picture) {
        Inspection inspection = publication.inspection();
        Description told = inspection.description();
        CoordinateReferenceSystem crs = inspection.crs();
        return IsoRecord.of(
                        publication.identifier(),
                        publication.title(),
                        orElse(told == null ? null : told.abstractText(), Wording.summary(publication)),
                        publication.at())
                .resource(Mark.of(publication.layer()))
                .purpose(told == null ? null : told.purpose())
                .dates(dates(publication, told))
                .contact(contact(publication.owner(), told))
                .language(defaults.language())
                .dataLanguage(orElse(told == null ? null : told.language(), defaults.language()))
                .charset(charset(publication.charset()))
                .keywords(keywords(told))
                .topics(List.of(orElse(told == null ? null : told.topicCategory(), defaults.topic())))
                .constraints(constraints(told))
                .representation(representation(inspection))
                .scale(told == null ? null : told.scale())
                .box(box(inspection.geographicExtent()))
                .crs(crs == null ? null : crs.code())
                .lineage(Wording.lineage(publication))
                .formats(formats(inspection))
                .online(links.of(publication.links()))
                .thumbnail(
                        picture != null
                                ? picture
                                : links.thumbnail(publication.links()).orElse(null))
                .conformity(defaults.conformity())
                .build();
    }

    private static List<CitedDate> dates(Publication publication, @Nullable Description told) {
        var dates = new ArrayList<CitedDate>();
        if (told != null && told.date() != null) {
            dates.add(new CitedDate(told.date(), orElse(told.dateType(), "creation")));
        }
        dates.add(new CitedDate(LocalDate.ofInstant(publication.at(), ZoneOffset.UTC), "publication"));
        return dates;
    }

    private List<Party> contact(Owner owner, @Nullable Description told) {
        var parties = new ArrayList<Party>();
        if (defaults.contact() != null) {
            parties.add(defaults.contact());
        }
        if (told != null && (told.individual() != null || told.organisation() != null)) {
            parties.add(Party.contact(told.individual(), told.organisation(), told.email()));
        }
        Party delivering = Party.contact(owner.name(), null, owner.email());
        parties.add(parties.isEmpty() ? delivering : delivering.as("distributor"));
        return parties;
    }

    private List<Keywords> keywords(@Nullable Description told) {
        var groups = new ArrayList<Keywords>();
        if (told != null) {
            List<String> words = told.keywords().stream()
                    .filter(word -> !word.isBlank())
                    .distinct()
                    .toList();
            groups.add(new Keywords(words, null));
        }
        if (!defaults.inspireThemes().isEmpty()) {
            groups.add(new Keywords(defaults.inspireThemes(), Keywords.INSPIRE_THEMES));
        }
        return groups;
    }

    private Constraints constraints(@Nullable Description told) {
        String access = defaults.access();
        String use = told != null && told.useLimitation() != null ? told.useLimitation() : defaults.licence();
        return new Constraints(
                List.of(), access == null ? List.of() : List.of(access), use == null ? List.of() : List.of(use));
    }

    private static @Nullable Representation representation(Inspection inspection) {
        VectorDescription vector = inspection.vector();
        if (vector != null) {
            return new Representation.Vector(objectType(vector.geometryType()), vector.count());
        }
        RasterDescription raster = inspection.raster();
        if (raster == null) {
            return null;
        }
        Envelope box = inspection.geographicExtent();
        double metres = box == null || raster.height() == 0 ? 0 : box.height() * METRES_OF_A_DEGREE / raster.height();
        return new Representation.Grid(raster.width(), raster.height(), metres > 0 ? metres : null);
    }

    private static @Nullable String objectType(String geometryType) {
        return switch (geometryType.split(" ", 2)[0]) {
            case "Point", "MultiPoint" -> "point";
            case "LineString", "MultiLineString" -> "curve";
            case "Polygon", "MultiPolygon" -> "surface";
            case "MultiPatch" -> "composite";
            default -> null;
        };
    }

    /** The globe is what there is, though coordinates may be a little off it. */
    private static @Nullable Box box(@Nullable Envelope box) {
        return box == null
                ? null
                : new Box(
                        within(box.minX(), 180),
                        within(box.maxX(), 180),
                        within(box.minY(), 90),
                        within(box.maxY(), 90));
    }

    private static double within(double degrees, double most) {
        return Math.max(-most, Math.min(most, degrees));
    }

    /** What was delivered, and what is published where that is another. */
    private static List<String> formats(Inspection inspection) {
        Format format = inspection.format();
        if (format == null) {
            return List.of("unknown");
        }
        String published = inspection.raster() != null ? Format.GEOTIFF.title() : Format.SHAPEFILE.title();
        return List.copyOf(new LinkedHashSet<>(List.of(format.title(), published)));
    }

    private static @Nullable String charset(@Nullable String name) {
        if (name == null) {
            return null;
        }
        String lower = name.toLowerCase(Locale.ROOT);
        return lower.matches("iso-8859-\\d{1,2}") ? "8859part" + lower.substring(9) : CHARSETS.get(lower);
    }

    private static String orElse(@Nullable String told, String otherwise) {
        return told == null || told.isBlank() ? otherwise : Objects.requireNonNull(told);
    }
}
