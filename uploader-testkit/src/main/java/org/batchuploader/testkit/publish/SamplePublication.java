package org.batchuploader.testkit.publish;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import javax.imageio.ImageIO;
import org.batchuploader.core.id.Ids;
import org.batchuploader.core.id.LayerId;
import org.batchuploader.core.inspect.DatasetFiles;
import org.batchuploader.core.inspect.Inspection;
import org.batchuploader.core.inspect.SourceFile;
import org.batchuploader.core.publish.Link;
import org.batchuploader.core.publish.Placement;
import org.batchuploader.core.publish.Publication;
import org.batchuploader.core.publish.Step;
import org.batchuploader.core.user.Owner;
import org.jspecify.annotations.Nullable;

/**
 * Makes a {@link Publication} of real small files: points or a GeoTIFF in EPSG:4326. The same layer name always gives the
 * same layer id.
 */
public final class SamplePublication {
    private final Path folder;
    private final boolean raster;
    private final Set<String> left = new HashSet<>();
    private final Map<String, String> besides = new LinkedHashMap<>();
    private String name = "roads";
    private String title = "Roads";
    private Owner owner = Owner.named("maria");
    private String base = "roads";
    private int features = 10;
    private boolean upperCase;
    private boolean thumbnail;
    private String folderOfDelivery = "";
    private final Map<Step, Placement> placements = new EnumMap<>(Step.class);
    private List<Link> links = List.of();
    private Instant at = Instant.parse("2026-01-02T03:04:05Z");
    private @Nullable Inspection inspection;
    private @Nullable String identifier;

    private SamplePublication(Path folder, boolean raster) {
        this.folder = folder;
        this.raster = raster;
    }

    /** A shapefile of points, its files written below that folder. */
    public static SamplePublication shapefile(Path folder) {
        return new SamplePublication(folder, false);
    }

    /** A GeoTIFF of 8 by 6 pixels, its file written below that folder. */
    public static SamplePublication geoTiff(Path folder) {
        return new SamplePublication(folder, true);
    }

    public SamplePublication name(String layerName) {
        this.name = layerName;
        return this;
    }

    public SamplePublication title(String words) {
        this.title = words;
        return this;
    }

    public SamplePublication owner(String userName) {
        return owner(Owner.named(userName));
    }

    public SamplePublication owner(Owner person) {
        this.owner = person;
        return this;
    }

    /** The base name that the files were delivered under. */
    public SamplePublication base(String fileBase) {
        this.base = fileBase;
        return this;
    }

    /** How many points, at least one. */
    public SamplePublication features(int count) {
        this.features = count;
        return this;
    }

    /** Leaves the part with that extension away. */
    public SamplePublication without(String extension) {
        left.add(extension);
        return this;
    }

    /** Another file that was delivered, and is not among the data to publish. */
    public SamplePublication delivered(String extension, String text) {
        besides.put(extension, text);
        return this;
    }

    /** The portal's identifier; made from the layer's unless told. */
    public SamplePublication identifier(String uuid) {
        this.identifier = uuid;
        return this;
    }

    /** Extensions as old programs write them. */
    public SamplePublication upperCase() {
        this.upperCase = true;
        return this;
    }

    public SamplePublication thumbnail() {
        this.thumbnail = true;
        return this;
    }

    public SamplePublication links(Link... stepsBefore) {
        this.links = List.of(stepsBefore);
        return this;
    }

    /** A layer that was published before, by somebody else in our place. */
    public SamplePublication replacing() {
        return placed(Step.CATALOG, new Placement("somewhere else", List.of()));
    }

    /** Where a step has put it already. */
    public SamplePublication placed(Step step, Placement placement) {
        placements.put(step, placement);
        return this;
    }

    /** Where it was delivered, at the top unless told. */
    public SamplePublication deliveredTo(String path) {
        this.folderOfDelivery = path;
        return this;
    }

    public SamplePublication at(Instant time) {
        this.at = time;
        return this;
    }

    /** Instead of the true inspection of the files. */
    public SamplePublication inspection(Inspection other) {
        this.inspection = other;
        return this;
    }

    /** What an inspector would find in these files. */
    public Inspection trueInspection() {
        return raster ? SampleInspection.ofGeoTiff() : SampleInspection.of(new PointShapefile(features));
    }

    /** Writes the files, each under a name that says nothing, and gives the publication. */
    public Publication write() {
        try {
            Path own = Files.createTempDirectory(folder, "sample");
            List<SourceFile> files = new ArrayList<>();
            for (Map.Entry<String, byte[]> part : parts().entrySet()) {
                if (!left.contains(part.getKey())) {
                    Path blob = Files.write(own.resolve("blob" + files.size()), part.getValue());
                    files.add(new SourceFile(base + "." + cased(part.getKey()), blob));
                }
            }
            List<SourceFile> all = new ArrayList<>(files);
            for (Map.Entry<String, String> part : besides.entrySet()) {
                Path blob = Files.writeString(own.resolve("blob" + all.size()), part.getValue());
                all.add(new SourceFile(base + "." + cased(part.getKey()), blob));
            }
            LayerId layer = new Ids(new Random(name.hashCode())).layer();
            return new Publication(
                    layer,
                    name,
                    title,
                    owner,
                    inspection == null ? trueInspection() : inspection,
                    new DatasetFiles(base, files),
                    new DatasetFiles(base, all),
                    thumbnail ? drawThumbnail(own.resolve("thumbnail")) : null,
                    links,
                    identifier == null ? layer.universal() : identifier,
                    folderOfDelivery,
                    placements,
                    at);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Map<String, byte[]> parts() {
        Map<String, byte[]> parts = new LinkedHashMap<>();
        if (raster) {
            parts.put("tif", SmallGeoTiff.bytes());
        } else {
            var shapefile = new PointShapefile(features);
            parts.put("shp", shapefile.shp());
            parts.put("shx", shapefile.shx());
            parts.put("dbf", shapefile.dbf());
            parts.put("prj", PointShapefile.WGS_84.getBytes(StandardCharsets.US_ASCII));
            parts.put("cpg", "UTF-8".getBytes(StandardCharsets.US_ASCII));
        }
        return parts;
    }

    private String cased(String extension) {
        return upperCase ? extension.toUpperCase(Locale.ROOT) : extension;
    }

    private static Path drawThumbnail(Path file) throws IOException {
        ImageIO.write(new BufferedImage(16, 16, BufferedImage.TYPE_INT_ARGB), "png", file.toFile());
        return file;
    }
}
