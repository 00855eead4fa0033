package org.batchuploader.geotools.gml;

import java.io.IOException;
import java.io.InputStream;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.batchuploader.core.inspect.Format;
import org.batchuploader.core.inspect.SourceFile;
import org.batchuploader.geotools.DamagedFile;
import org.batchuploader.geotools.vector.FeatureSink;
import org.batchuploader.geotools.vector.StreamedFormat;
import org.batchuploader.geotools.vector.Told;
import org.batchuploader.geotools.xml.XmlStream;
import org.jspecify.annotations.Nullable;

/** GML, in the CRS that its {@code srsName} says. */
public final class GmlFormat extends StreamedFormat {
    private static final Pattern OLD =
            Pattern.compile("(?i)https?://www\\.opengis\\.net/gml/srs/epsg\\.xml#(\\d{4,6})");

    public GmlFormat() {
        super(Format.GML, "gml");
    }

    @Override
    protected Told read(SourceFile file, InputStream in, @Nullable String charset, FeatureSink sink)
            throws IOException, DamagedFile {
        XmlStream xml = XmlStream.open(file.name(), in, charset);
        String name = new CollectionReader(xml, file.name(), sink).read();
        String text = charset == null ? "UTF-8" : charset;
        return name.isEmpty()
                ? Told.silent("No geometry of %s has an srsName, so nothing says".formatted(file.name()), null, text)
                : Told.saying(code(name), text);
    }

    private static String code(String name) {
        if (name.toUpperCase(java.util.Locale.ROOT).contains("CRS84")) {
            return "EPSG:4326";
        }
        Matcher old = OLD.matcher(name.strip());
        return old.matches() ? "EPSG:" + old.group(1) : name;
    }
}
