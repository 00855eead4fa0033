package org.batchuploader.geotools.raster;

import it.geosolutions.imageioimpl.plugins.tiff.TIFFImageReaderSpi;
import java.io.IOException;
import java.util.Optional;
import javax.imageio.ImageReader;
import javax.imageio.stream.FileImageInputStream;
import org.batchuploader.core.inspect.SourceFile;
import org.geotools.api.referencing.crs.CoordinateReferenceSystem;
import org.geotools.coverage.grid.io.imageio.geotiff.GeoTiffIIOMetadataDecoder;
import org.geotools.coverage.grid.io.imageio.geotiff.GeoTiffMetadata2CRSAdapter;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A CRS that geokeys define by its parameters, put together by GeoTools. */
final class UserDefinedCrs {
    private static final Logger LOG = LoggerFactory.getLogger(UserDefinedCrs.class);

    private UserDefinedCrs() {}

    static Optional<CoordinateReferenceSystem> read(SourceFile file) throws IOException {
        ImageReader reader = new TIFFImageReaderSpi().createReaderInstance();
        try (var in = new FileImageInputStream(file.path().toFile())) {
            reader.setInput(in);
            var decoder = new GeoTiffIIOMetadataDecoder(reader.getImageMetadata(0));
            return Optional.of(new GeoTiffMetadata2CRSAdapter(null).createCoordinateSystem(decoder));
        } catch (IOException e) {
            throw e;
        } catch (Exception e) {
            LOG.atInfo().addKeyValue("file", file.name()).setCause(e).log("geokeys not understood");
            return Optional.empty();
        } finally {
            reader.dispose();
        }
    }
}
