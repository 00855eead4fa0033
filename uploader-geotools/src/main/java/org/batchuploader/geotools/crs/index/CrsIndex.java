package org.batchuploader.geotools.crs.index;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.batchuploader.geotools.crs.definition.CrsDefinition;

/** Every CRS we know. Loaded at the first question; immutable. */
public final class CrsIndex {
    static final String RESOURCE = "crs.index";

    private static final class Holder {
        static final CrsIndex INSTANCE = load();
    }

    private final String edition;
    private final Vocabulary vocabulary;
    private final List<Datum> datums;
    private final List<CrsEntry> entries;
    private final Map<Integer, Integer> horizontal;
    private final Map<String, CrsEntry> byCode = new HashMap<>();

    CrsIndex(IndexFile.Content content) {
        edition = content.edition();
        vocabulary = content.vocabulary();
        datums = content.datums();
        entries = content.entries();
        horizontal = Map.copyOf(content.horizontal());
        entries.forEach(entry -> byCode.put(entry.authorityCode(), entry));
    }

    public static CrsIndex instance() {
        return Holder.INSTANCE;
    }

    private static CrsIndex load() {
        try (InputStream in = CrsIndex.class.getResourceAsStream(RESOURCE)) {
            if (in == null) {
                throw new FileNotFoundException(RESOURCE);
            }
            return new CrsIndex(IndexFile.read(new DataInputStream(new BufferedInputStream(in, 1 << 16))));
        } catch (IOException e) {
            throw new UncheckedIOException("the index of coordinate reference systems cannot be read", e);
        }
    }

    /** Which edition of the EPSG dataset it was made from. */
    public String edition() {
        return edition;
    }

    /** All entries, EPSG's first, by code. */
    public List<CrsEntry> entries() {
        return entries;
    }

    /** By authority and number; the horizontal part for a code of EPSG with heights. */
    public Optional<CrsEntry> find(String authority, int code) {
        CrsEntry entry = byCode.get(authority + ":" + code);
        if (entry == null && authority.equals("EPSG") && horizontal.containsKey(code)) {
            entry = byCode.get("EPSG:" + horizontal.get(code));
        }
        if (entry == null && authority.equals("EPSG") && code > 32767) {
            entry = byCode.get("ESRI:" + code);
        }
        return Optional.ofNullable(entry);
    }

    /** By a code with its authority, {@code EPSG:2056}. */
    public Optional<CrsEntry> find(String authorityCode) {
        return Optional.ofNullable(byCode.get(authorityCode));
    }

    /** What a code of EPSG for a geographic CRS means, with the names of its datum. */
    public Optional<CrsDefinition> definition(int code) {
        return find("EPSG:" + code).filter(entry -> !entry.isProjected()).map(this::named);
    }

    /** The geographic CRS on a datum of EPSG. */
    public Optional<CrsDefinition> ofDatum(int code) {
        return entries.stream()
                .filter(entry -> !entry.isProjected() && !entry.deprecated())
                .filter(entry -> datums.get(entry.datum()).code() == code)
                .findFirst()
                .map(this::named);
    }

    private CrsDefinition named(CrsEntry entry) {
        CrsDefinition definition = entry.definition();
        return new CrsDefinition(
                entry.name(),
                datums.get(entry.datum()).names(),
                entry.name(),
                definition.semiMajor(),
                definition.inverseFlattening(),
                definition.meridian(),
                definition.projection(),
                definition.unit(),
                "",
                OptionalInt.empty(),
                null);
    }

    Vocabulary vocabulary() {
        return vocabulary;
    }

    List<Datum> datums() {
        return datums;
    }
}
