package org.batchuploader.geonode.portal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import org.batchuploader.core.inspect.SourceFile;
import org.batchuploader.core.publish.Publication;
import org.batchuploader.remote.style.UploadedStyle;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The owner's style and metadata as GeoNode may have them; what is not fit stays away, since GeoNode would refuse the data with it.
 *
 * @param style an SLD made harmless
 * @param metadata an ISO 19139 record without its identifier
 */
record Sidecars(Optional<String> style, Optional<String> metadata) {
    private static final Logger log = LoggerFactory.getLogger(Sidecars.class);

    static Sidecars of(Publication publication) {
        try {
            Optional<SourceFile> sld = find(publication, "sld");
            Optional<SourceFile> xml = find(publication, "xml");
            return new Sidecars(
                    sld.isEmpty()
                            ? Optional.empty()
                            : style(publication, UploadedStyle.read(sld.get().path())),
                    xml.isEmpty() ? Optional.empty() : OwnRecord.read(xml.get().path()));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read what came with the data", e);
        }
    }

    private static Optional<SourceFile> find(Publication publication, String part) {
        return publication.delivered().find(part).or(() -> publication.files().find(part));
    }

    private static Optional<String> style(Publication publication, UploadedStyle style) {
        if (style instanceof UploadedStyle.Fit fit) {
            warn(publication, "left out of the uploaded style", fit.leftOut());
            return Optional.of(fit.sld());
        }
        if (style instanceof UploadedStyle.Unfit unfit) {
            warn(publication, "the uploaded style is not used", List.of(unfit.reason()));
        }
        return Optional.empty();
    }

    private static void warn(Publication publication, String what, List<String> why) {
        if (!why.isEmpty()) {
            log.atWarn().addKeyValue("layer", publication.name()).log("{}: {}", what, String.join(", ", why));
        }
    }
}
