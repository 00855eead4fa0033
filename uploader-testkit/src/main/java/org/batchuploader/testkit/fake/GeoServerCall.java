package org.batchuploader.testkit.fake;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.github.tomakehurst.wiremock.http.Request;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Locale;

/**
 * What a GeoServer is asked for.
 *
 * @param operation {@code featuretype.create}, {@code wfs.getfeature}, ...; faults are switched by it
 * @param workspace {@code ""} where none is named, as are the others
 * @param kind {@code datastores} or {@code coveragestores}
 * @param name of the resource, layer, style, file method or module
 */
record GeoServerCall(String operation, String workspace, String kind, String store, String name, Request request) {
    static final JsonMapper JSON = new JsonMapper();

    static GeoServerCall of(Request request) {
        String path = URI.create(request.getUrl()).getPath().replaceFirst("^/geoserver/", "");
        List<String> parts = List.of(path.replaceFirst("\\.json$", "").split("/"));
        String verb =
                switch (request.getMethod().getName()) {
                    case "POST" -> "create";
                    case "PUT" -> "update";
                    case "DELETE" -> "delete";
                    default -> "get";
                };
        String first = parts.get(0);
        if (first.equals("gwc")) {
            return new GeoServerCall(verb.equals("get") ? "gwc.get" : "gwc.truncate", "", "", "", "", request);
        }
        if (!first.equals("rest")) {
            return service(parts, request);
        }
        List<String> rest = parts.subList(1, parts.size());
        return switch (rest.get(0)) {
            case "about" -> new GeoServerCall("version.get", "", "", "", "", request);
            case "services" -> new GeoServerCall("settings.get", "", "", "", rest.get(1), request);
            case "styles" -> new GeoServerCall("style." + verb, "", "", "", at(rest, 1), request);
            case "layers" -> layer(verb, at(rest, 1), request);
            default -> inWorkspaces(verb, rest.subList(1, rest.size()), request);
        };
    }

    private static GeoServerCall layer(String verb, String qualified, Request request) {
        String[] names = qualified.split(":", 2);
        return new GeoServerCall("layer." + verb, names[0], "", "", names[names.length - 1], request);
    }

    private static GeoServerCall service(List<String> parts, Request request) {
        String service = query(request, "service").toLowerCase(Locale.ROOT);
        String asked = query(request, "request").toLowerCase(Locale.ROOT);
        String workspace = parts.size() > 1 ? parts.get(0) : "";
        return new GeoServerCall(service + "." + asked, workspace, "", "", "", request);
    }

    private static GeoServerCall inWorkspaces(String verb, List<String> rest, Request request) {
        if (rest.size() <= 1) {
            String operation = rest.isEmpty() && verb.equals("get") ? "workspace.list" : "workspace." + verb;
            return new GeoServerCall(operation, at(rest, 0), "", "", "", request);
        }
        String workspace = rest.get(0);
        String kind = rest.get(1);
        if (kind.equals("styles") || kind.equals("layers")) {
            String thing = kind.substring(0, kind.length() - 1);
            return new GeoServerCall(thing + "." + verb, workspace, "", "", at(rest, 2), request);
        }
        String store = at(rest, 2);
        if (rest.size() <= 3) {
            String operation = rest.size() == 2 && verb.equals("get") ? "store.list" : "store." + verb;
            return new GeoServerCall(operation, workspace, kind, store, "", request);
        }
        String what = rest.get(3);
        if (what.startsWith("file.") || what.startsWith("external.")) {
            return new GeoServerCall(what.replaceFirst("\\..*", ".put"), workspace, kind, store, what, request);
        }
        String resource = what.substring(0, what.length() - 1);
        String ofResource = rest.size() == 4 && verb.equals("get") ? resource + ".list" : resource + "." + verb;
        return new GeoServerCall(ofResource, workspace, kind, store, at(rest, 4), request);
    }

    private static String at(List<String> parts, int index) {
        return index < parts.size() ? parts.get(index) : "";
    }

    /** Open to everybody, unlike REST. */
    boolean isService() {
        return operation.matches("(wms|wfs|wcs)\\..*");
    }

    String query(String key) {
        return query(request, key);
    }

    private static String query(Request request, String key) {
        var parameter = request.queryParameter(key);
        return parameter.isPresent() ? parameter.firstValue() : "";
    }

    /** The one object in the JSON that was sent. */
    JsonNode sent() throws IOException {
        JsonNode document = JSON.readTree(request.getBody());
        return document.isObject() && !document.isEmpty() ? document.elements().next() : JSON.createObjectNode();
    }

    String text() {
        return request.getBodyAsString();
    }
}
