package org.batchuploader.geoserver.catalog;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.batchuploader.core.inspect.DatasetFiles;
import org.batchuploader.core.publish.Publication;
import org.batchuploader.core.remote.RemoteRefused;
import org.batchuploader.geoserver.client.GeoServerClient;

/**
 * Writes files to a disk shared with GeoServer and tells it where they are. Each publication gets a folder of its own,
 * {@code root/workspace/layer/time}, all of names of ours, so that what is shown is never half written.
 */
final class SharedDiskCarrier implements Carrier {
    private final GeoServerClient client;
    private final DataWay.SharedDisk disk;
    private final Map<LayerRef, Path> latest = new HashMap<>();

    SharedDiskCarrier(GeoServerClient client, DataWay.SharedDisk disk) {
        this.client = client;
        this.disk = disk;
    }

    @Override
    public void carry(LayerRef ref, Publication publication) {
        Path folder = folder(ref).resolve(Long.toString(publication.at().toEpochMilli()));
        try {
            Files.createDirectories(folder);
            String main = ref.form() == LayerRef.Form.RASTER
                    ? copy(StreamedCarrier.tiff(publication), folder, ref.name() + ".tif")
                    : copyShapefile(publication, folder, ref.name());
            link(ref, publication, seen(folder) + "/" + main);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write to the disk that is shared with GeoServer", e);
        }
        synchronized (latest) {
            latest.put(ref, folder);
        }
    }

    private void link(LayerRef ref, Publication publication, String path) {
        switch (ref.form()) {
            case RASTER -> client.stores().linkGeoTiff(ref.workspace(), ref.store(), ref.name(), path);
            case FILES -> client.stores().linkShapefile(ref.workspace(), ref.store(), publication.charset(), path);
            case TABLE -> throw new IllegalArgumentException("a table is not on a disk: " + ref);
        }
    }

    private static String copyShapefile(Publication publication, Path folder, String name) throws IOException {
        DatasetFiles files = publication.files();
        if (files.find("shp").isEmpty()) {
            throw new RemoteRefused(GeoServerCatalog.SYSTEM, "There is no .shp among the files.");
        }
        for (String part : ShapefileZip.PARTS) {
            var file = files.find(part);
            if (file.isPresent()) {
                copy(file.get().path(), folder, name + "." + part);
            }
        }
        return name + ".shp";
    }

    private static String copy(Path from, Path folder, String name) throws IOException {
        Path to = folder.resolve(name);
        Files.copy(from, to, StandardCopyOption.REPLACE_EXISTING);
        try (FileChannel channel = FileChannel.open(to, StandardOpenOption.WRITE)) {
            channel.force(true);
        }
        return name;
    }

    @Override
    public void settle(LayerRef ref) {
        Path shown;
        synchronized (latest) {
            shown = latest.remove(ref);
        }
        if (shown != null) {
            inside(folder(ref), folder -> folder.filter(other -> !other.equals(shown))
                    .forEach(this::delete));
        }
    }

    @Override
    public void discard(LayerRef ref) {
        client.stores().delete(ref.workspace(), ref.kind(), ref.store());
        synchronized (latest) {
            latest.remove(ref);
        }
        delete(folder(ref));
    }

    private Path folder(LayerRef ref) {
        Path folder = disk.root().resolve(ref.workspace()).resolve(ref.own()).normalize();
        if (!folder.startsWith(disk.root())
                || folder.getNameCount() != disk.root().getNameCount() + 2) {
            throw new IllegalArgumentException("not a folder of ours: " + ref);
        }
        return folder;
    }

    private String seen(Path folder) {
        String below = disk.root().relativize(folder).toString().replace('\\', '/');
        return disk.seenAs().replaceAll("/+$", "") + "/" + below;
    }

    /** Follows no links. */
    private void delete(Path top) {
        if (!Files.isDirectory(top, LinkOption.NOFOLLOW_LINKS)) {
            return;
        }
        try (Stream<Path> all = Files.walk(top)) {
            List<Path> deepestFirst = all.sorted(Comparator.reverseOrder()).toList();
            for (Path each : deepestFirst) {
                Files.deleteIfExists(each);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot delete on the disk that is shared with GeoServer", e);
        }
    }

    private static void inside(Path folder, Consumer<Stream<Path>> work) {
        try (Stream<Path> entries = Files.list(folder)) {
            work.accept(entries);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the disk that is shared with GeoServer", e);
        }
    }
}
