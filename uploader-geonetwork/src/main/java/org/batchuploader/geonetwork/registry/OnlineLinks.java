package org.batchuploader.geonetwork.registry;

import java.net.URI;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.batchuploader.core.publish.Link;
import org.batchuploader.geonetwork.iso.OnlineResource;
import org.jspecify.annotations.Nullable;

/**
 * Links of a layer as online resources. A service is named by its address alone, since GeoNetwork and others add the
 * parameters of their request themselves.
 */
final class OnlineLinks {
    private static final Map<String, String> PROTOCOLS = Map.of(
            "wms", OnlineResource.WMS,
            "wfs", OnlineResource.WFS,
            "wcs", OnlineResource.WCS,
            "page", OnlineResource.PAGE,
            "geojson", OnlineResource.DOWNLOAD,
            "original", OnlineResource.DOWNLOAD);

    private static final Set<String> OF_A_REQUEST = Set.of("service", "version", "request");

    private final @Nullable URI publicAddress;

    OnlineLinks(@Nullable URI publicAddress) {
        this.publicAddress = publicAddress;
    }

    List<OnlineResource> of(List<Link> links) {
        var resources = new ArrayList<OnlineResource>();
        for (Link link : links) {
            String protocol = PROTOCOLS.get(link.rel());
            if (protocol != null) {
                absolute(link).ifPresent(href -> resources.add(resource(link, protocol, href)));
            }
        }
        return List.copyOf(resources);
    }

    /** The picture that a step before has. */
    Optional<String> thumbnail(List<Link> links) {
        return links.stream()
                .filter(link -> link.rel().equals("thumbnail"))
                .flatMap(link -> absolute(link).stream())
                .findFirst();
    }

    private static OnlineResource resource(Link link, String protocol, String href) {
        return switch (link.rel()) {
            case "page" -> new OnlineResource(href, protocol, link.title(), null, "information");
            case "geojson", "original" -> new OnlineResource(href, protocol, link.title(), null, "download");
            default ->
                new OnlineResource(
                        withoutRequest(href),
                        protocol,
                        link.title(),
                        link.rel().toUpperCase(Locale.ROOT) + " of " + link.title(),
                        "download");
        };
    }

    private Optional<String> absolute(Link link) {
        if (!link.href().startsWith("/")) {
            return Optional.of(link.href());
        }
        return publicAddress == null
                ? Optional.empty()
                : Optional.of(publicAddress.toString().replaceAll("/+$", "") + link.href());
    }

    private static String withoutRequest(String href) {
        int mark = href.indexOf('?');
        if (mark < 0) {
            return href;
        }
        String kept = Arrays.stream(href.substring(mark + 1).split("&"))
                .filter(pair -> !OF_A_REQUEST.contains(pair.split("=", 2)[0].toLowerCase(Locale.ROOT)))
                .collect(Collectors.joining("&"));
        return href.substring(0, mark) + (kept.isEmpty() ? "" : "?" + kept);
    }
}
