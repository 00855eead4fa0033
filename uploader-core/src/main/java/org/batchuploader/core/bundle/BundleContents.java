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
 * @param temporary whether it only has names that clients give to files not finished yet
 */
public record BundleContents(List<String> missing, boolean lone, boolean temporary) {
    public BundleContents {
        missing = List.copyOf(missing);
    }

    /** Looks at the file names of one bundle key. */
    public static BundleContents of(Collection<String> fileNames) {
        List<PartName> parts = fileNames.stream().map(PartName::of).toList();
        Set<String> extensions = parts.stream().map(PartName::extension).collect(Collectors.toSet());
        boolean raster = parts.stream().anyMatch(PartName::isRaster);
        boolean archive = parts.stream().anyMatch(PartName::isArchive);
        boolean shapefile = parts.stream().anyMatch(p -> p.isOfShapefile() && !p.isAnyXml());
        boolean features = parts.stream().anyMatch(PartName::isFeatureFile);
        boolean featureSidecar = parts.stream().anyMatch(PartName::isSidecarOfFeatures);
        boolean rasterSidecar =
                parts.stream().anyMatch(p -> p.isSidecar() && !p.isOfShapefile() && !p.isSidecarOfFeatures());
        if (extensions.contains("shp") || (shapefile && !raster && !features && !archive)) {
            return waitingFor(PartName.SHAPEFILE_REQUIRED.stream()
                    .filter(e -> !extensions.contains(e))
                    .toList());
        }
        if (rasterSidecar && !raster && !features && !archive) {
            return waitingFor(List.of(imageOf(extensions)));
        }
        if (featureSidecar && !features && !archive) {
            return waitingFor(List.of(extensions.contains("csvt") ? "csv" : "gml"));
        }
        boolean temporary = parts.stream().allMatch(PartName::isTemporary);
        boolean alone = parts.size() == 1 && (archive || parts.get(0).isSelfContained());
        return new BundleContents(List.of(), alone, temporary);
    }

    /** What a raster's sidecar waits for. */
    private static String imageOf(Set<String> sidecars) {
        if (sidecars.stream().anyMatch(e -> e.startsWith("asc"))) {
            return "asc";
        }
        return sidecars.stream().anyMatch(e -> e.startsWith("j"))
                ? "jpg"
                : sidecars.stream().anyMatch(e -> e.startsWith("p") && !e.equals("prj")) ? "png" : "tif";
    }

    private static BundleContents waitingFor(List<String> missing) {
        return new BundleContents(missing, false, false);
    }

    public boolean isComplete() {
        return missing.isEmpty() && !temporary;
    }
}
