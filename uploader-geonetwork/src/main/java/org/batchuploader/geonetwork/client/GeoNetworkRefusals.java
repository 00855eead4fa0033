package org.batchuploader.geonetwork.client;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import org.batchuploader.remote.Answer;
import org.batchuploader.remote.Refusals;
import org.batchuploader.remote.RemoteException;

/**
 * What kind of trouble an answer of GeoNetwork's is. Whatever goes wrong in it becomes status 400, so that only code and
 * description tell a record that is no good from a database that is away.
 */
final class GeoNetworkRefusals implements Refusals {
    private static final JsonMapper JSON = new JsonMapper();

    /** Words in the description of a {@code runtime_exception} that will pass. */
    private static final List<String> PASSING = List.of(
            "timeout", "timed out", "connection", "deadlock", "could not serialize", "lock", "elasticsearch", "index");

    private final Refusals http = Refusals.ofHttp(GeoNetworkClient.SYSTEM);

    @Override
    public RemoteException of(String what, Answer answer) {
        JsonNode error = json(answer);
        String code = error.path("code").asText("");
        String sentence = sentence(error);
        if (sentence.isEmpty()) {
            return http.of(what, answer);
        }
        return switch (answer.status()) {
            case 400 ->
                code.equals("runtime_exception") && willPass(sentence)
                        ? new RemoteException.Unavailable(GeoNetworkClient.SYSTEM, sentence)
                        : new RemoteException.Refused(GeoNetworkClient.SYSTEM, sentence);
            case 404 -> new RemoteException.NotFound(GeoNetworkClient.SYSTEM, sentence);
            case 409 -> new RemoteException.Conflict(GeoNetworkClient.SYSTEM, sentence);
            case 403 ->
                new RemoteException.Refused(
                        GeoNetworkClient.SYSTEM,
                        "The user that GeoNetwork is called with may not do this: " + sentence);
            default -> http.of(what, answer);
        };
    }

    private static boolean willPass(String sentence) {
        String lower = sentence.toLowerCase(Locale.ROOT);
        return PASSING.stream().anyMatch(lower::contains);
    }

    /** GeoNetwork's message is often the name of a Java class; the description then says more. */
    private static String sentence(JsonNode error) {
        String description = error.path("description").asText("").strip();
        String message = error.path("message").asText("").strip();
        return shortened(description.isEmpty() ? message : description);
    }

    static String shortened(String text) {
        String line = text.replaceAll("[\\p{Cntrl}\\s]+", " ").strip();
        return line.length() <= 300 ? line : line.substring(0, 300) + "…";
    }

    private static JsonNode json(Answer answer) {
        try {
            JsonNode body = answer.contentType().contains("json") ? JSON.readTree(answer.body()) : null;
            return body == null ? JSON.missingNode() : body;
        } catch (IOException e) {
            return JSON.missingNode();
        }
    }
}
