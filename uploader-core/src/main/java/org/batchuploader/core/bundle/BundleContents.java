package org.batchuploader.core.bundle;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Whether the files that are there make a bundle.
 *
 * @param missing extensions that it still needs
 * @param lone whether it is complete at its end, waiting for no sidecar
 */
public record BundleContents(List<String> missing, boolean lone) {
    public BundleContents {
        missing = List.copyOf(missing);
    }

    /** Looks at the file names of one bundle key. */
    public static BundleContents of(Collection<String> fileNames) {
        List<PartName> parts = fileNames.stream().map(PartName::of).toList();
        Set<String> extensions = parts.stream().map(PartName::extension).collect(Collectors.toSet());
        boolean raster = parts.stream().anyMatch(PartName::isRaster);
        boolean archive = parts.stream().anyMatch(PartName::isArchive);
        boolean rasterSidecar = parts.stream().anyMatch(p -> p.isSidecar() && !p.isOfShapefile());
        boolean shapefile = parts.stream().anyMatch(PartName::isOfShapefile);
        if (extensions.contains("shp") || (shapefile && !raster && !archive)) {
            return new BundleContents(
                    PartName.SHAPEFILE_REQUIRED.stream()
                            .filter(e -> !extensions.contains(e))
                            .toList(),
                    false);
        }
        if (rasterSidecar && !raster && !archive) {
            return new BundleContents(List.of("tif"), false);
        }
        return new BundleContents(List.of(), archive && parts.size() == 1);
    }

    public boolean isComplete() {
        return missing.isEmpty();
    }
}
