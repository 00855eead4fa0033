package org.batchuploader.geotools.raster;

import org.geotools.api.referencing.FactoryException;
import org.geotools.api.referencing.crs.GeographicCRS;
import org.geotools.api.referencing.crs.ProjectedCRS;
import org.geotools.referencing.CRS;
import org.jspecify.annotations.Nullable;

/**
 * The tags of OGC GeoTIFF 1.1 that say where an image lies.
 *
 * @param code {@code EPSG:2056}; absent to leave alone what is said of the CRS
 */
record GeoTags(Georeference georeference, @Nullable String code) {
    private static final int PIXEL_IS_AREA = 1;
    private static final int MOST = 0xFFFF;

    void addTo(TiffTags tags) {
        Georeference g = georeference;
        tags.without(TiffImage.PIXEL_SCALE).without(TiffImage.TIE_POINTS).without(TiffImage.TRANSFORMATION);
        if (g.b() == 0 && g.d() == 0 && g.a() > 0 && g.e() < 0) {
            tags.doubles(TiffImage.PIXEL_SCALE, g.a(), -g.e(), 0)
                    .doubles(TiffImage.TIE_POINTS, 0, 0, 0, g.c(), g.f(), 0);
        } else {
            tags.doubles(
                    TiffImage.TRANSFORMATION, g.a(), g.b(), 0, g.c(), g.d(), g.e(), 0, g.f(), 0, 0, 0, 0, 0, 0, 0, 1);
        }
        String epsg = code;
        if (epsg != null) {
            addKeys(tags, epsg);
        }
    }

    /** Codes that do not fit are left out: registries are told the CRS besides. */
    private static void addKeys(TiffTags tags, String code) {
        int number = Integer.parseInt(code.substring(code.indexOf(':') + 1));
        tags.without(TiffImage.GEO_KEYS).without(TiffImage.GEO_DOUBLES).without(TiffImage.GEO_ASCII);
        try {
            var crs = CRS.decode(code, true);
            if (number <= MOST && crs instanceof ProjectedCRS) {
                tags.shorts(TiffImage.GEO_KEYS, keys(1, 3072, number));
            } else if (number <= MOST && crs instanceof GeographicCRS) {
                tags.shorts(TiffImage.GEO_KEYS, keys(2, 2048, number));
            }
        } catch (FactoryException e) {
            throw new IllegalArgumentException("no such CRS: " + code, e);
        }
    }

    private static int[] keys(int model, int key, int number) {
        return new int[] {1, 1, 0, 3, 1024, 0, 1, model, 1025, 0, 1, PIXEL_IS_AREA, key, 0, 1, number};
    }
}
