package org.batchuploader.geotools.kml;

import java.io.IOException;
import java.io.InputStream;
import org.batchuploader.core.inspect.Format;
import org.batchuploader.core.inspect.SourceFile;
import org.batchuploader.geotools.DamagedFile;
import org.batchuploader.geotools.vector.FeatureSink;
import org.batchuploader.geotools.vector.StreamedFormat;
import org.batchuploader.geotools.vector.Told;
import org.batchuploader.geotools.xml.XmlStream;
import org.jspecify.annotations.Nullable;

/** KML and KMZ, always in degrees of WGS 84, longitude first. */
public final class KmlFormat extends StreamedFormat {
    public KmlFormat() {
        super(Format.KML, "kml", "kmz");
    }

    @Override
    protected Told read(SourceFile file, InputStream in, @Nullable String charset, FeatureSink sink)
            throws IOException, DamagedFile {
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
