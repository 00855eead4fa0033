package org.batchuploader.geonode.client;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.List;
import java.util.Locale;
import org.batchuploader.remote.Answer;
import org.batchuploader.remote.Refusals;
import org.batchuploader.remote.RemoteException;
import org.batchuploader.remote.RemoteSentence;

/**
 * What GeoNode's answers mean. It says "too many uploads at once" with 400, "not this format" with 500, and "not now" with a redirect;
 * its code tells them apart ({@code geonode/base/api/exceptions.py}, {@code geonode/upload/api/exceptions.py}).
 */
final class GeoNodeRefusals implements Refusals {
    private static final String SYSTEM = GeoNodeClient.SYSTEM;
    private static final int LONGEST = 300;
    private static final JsonMapper JSON = new JsonMapper();

    /** Where sentences stand, in the order they are looked for. */
    private static final List<String> PLACES = List.of("errors", "detail", "error", "message", "error_description");

    /** Codes that will come again whatever the status. */
    private static final List<String> FINAL = List.of("importer_exception", "invalid_file_type", "invalid_shapefile");

    @Override
    public RemoteException of(String what, Answer answer) {
        JsonNode body = json(answer);
        String code = body.path("code").asText("");
        String sentence = sentence(body, answer);
        String message = sentence.isEmpty()
                ? "GeoNode answered " + what + " with status " + answer.status() + " and no reason"
                : sentence + (code.isEmpty() ? "" : " (" + code + ")");
        if (code.equals("upload_parallelism_limit_exceeded") || isClosed(answer, sentence)) {
            return new RemoteException.Unavailable(SYSTEM, message);
        }
        if (answer.status() == 400 && sentence.isEmpty() && what.endsWith("/permissions")) {
            return new RemoteException.Unavailable(
                    SYSTEM, "GeoNode has not finished an earlier change of permissions (" + what + ")");
        }
        if (FINAL.contains(code)) {
            return new RemoteException.Refused(SYSTEM, message);
        }
        return switch (answer.status()) {
            case 401 ->
                new RemoteException.Unauthorised(
                        SYSTEM, "GeoNode does not accept the credentials for " + what + ": " + message);
            case 404 -> new RemoteException.NotFound(SYSTEM, message);
            case 409 -> new RemoteException.Conflict(SYSTEM, message);
            case 408, 429 -> new RemoteException.Unavailable(SYSTEM, message);
            default ->
                answer.status() >= 500
                        ? new RemoteException.Unavailable(SYSTEM, "GeoNode failed at " + what + ": " + message)
                        : new RemoteException.Refused(SYSTEM, message);
        };
    }

    /** Maintenance and read-only mode answer by a middleware, with a redirect to a page or with 405. */
    private static boolean isClosed(Answer answer, String sentence) {
        boolean redirect = answer.status() >= 300 && answer.status() < 400;
        String lower = sentence.toLowerCase(Locale.ROOT);
        return redirect || lower.contains("read-only mode") || lower.contains("maintenance mode");
    }

    private static JsonNode json(Answer answer) {
        try {
            JsonNode body = JSON.readTree(answer.body());
            return body == null ? JSON.missingNode() : body;
        } catch (JsonProcessingException notJson) {
            return JSON.missingNode();
        } catch (java.io.IOException e) {
            throw new IllegalStateException("cannot read from memory", e);
        }
    }

    private static String sentence(JsonNode body, Answer answer) {
        String found = body.isTextual() ? body.asText() : "";
        for (String place : PLACES) {
            if (found.isEmpty()) {
                found = firstText(body.path(place));
            }
        }
        if (found.isEmpty() && !body.isContainerNode()) {
            return RemoteSentence.of(answer);
        }
        String line = found.replaceAll("[\\p{Cntrl}\\s]+", " ").strip();
        return line.length() <= LONGEST ? line : line.substring(0, LONGEST) + "…";
    }

    private static String firstText(JsonNode node) {
        if (!node.isContainerNode()) {
            return node.isTextual() ? node.asText() : "";
        }
        for (JsonNode child : node) {
            String text = firstText(child);
            if (!text.isEmpty()) {
                return text;
            }
        }
        return "";
    }
}
