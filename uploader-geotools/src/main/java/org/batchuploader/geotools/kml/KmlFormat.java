package org.batchuploader.geotools.kml;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.util.List;
import org.batchuploader.core.inspect.DatasetFiles;
import org.batchuploader.core.inspect.Format;
import org.batchuploader.core.inspect.SourceFile;
import org.batchuploader.geotools.DamagedFile;
import org.batchuploader.geotools.vector.FeatureSink;
import org.batchuploader.geotools.vector.Told;
import org.batchuploader.geotools.vector.VectorFormat;
import org.batchuploader.geotools.xml.XmlStream;
import org.jspecify.annotations.Nullable;

/** KML and KMZ, always in degrees of WGS 84, longitude first. */
public final class KmlFormat implements VectorFormat {
    @Override
    public Format format() {
        return Format.KML;
    }

    @Override
    public List<String> extensions() {
        return List.of("kml", "kmz");
    }

    @Override
    public Told read(DatasetFiles files, @Nullable String layer, @Nullable String charset, FeatureSink sink)
            throws IOException, DamagedFile {
        SourceFile file = main(files);
        try (InputStream in = new BufferedInputStream(Files.newInputStream(file.path()), 1 << 16)) {
            PlacemarkReader placemarks = new PlacemarkReader(file.name(), sink);
            Kmz.Reader reader = document -> placemarks.read(XmlStream.open(file.name(), document, charset));
            if (Kmz.isZip(in)) {
                Kmz.documents(file.name(), in, reader);
            } else {
                reader.read(in);
            }
            placemarks.end();
            return Told.degrees(charset == null ? "UTF-8" : charset);
        }
    }
}
