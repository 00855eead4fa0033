package org.batchuploader.testkit.fake;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One transcript recorded from a running system, hosts taken out: what was asked and what was answered.
 *
 * @param requestLine method, path and query, {@code PUT /geoserver/rest/...}
 * @param requestBody as it was sent; {@code <20366 bytes>} where it is left out
 * @param contentType of the answer, {@code ""} when it has none
 */
public record Recorded(String requestLine, String requestBody, int status, String contentType, String body) {
    private static final Pattern TRANSCRIPT = Pattern.compile(
            "(?s)([A-Z]+ .+?) HTTP/1.1\n(?:[A-Za-z-]+: [^\n]*\n)*\n?(.*?)\n*HTTP/1.1 (\\d+)\n((?:[A-Za-z-]+: [^\n]*\n)*)\n?(.*)");

    /**
     * @param system the folder of the transcripts, {@code geoserver}
     * @param transcript its file's name without the ending, {@code 01-version}
     */
    public static Recorded of(String system, String transcript) {
        String path = system + "/" + transcript + ".http";
        try (InputStream in = Objects.requireNonNull(Recorded.class.getResourceAsStream(path), path)) {
            Matcher found = TRANSCRIPT.matcher(new String(in.readAllBytes(), StandardCharsets.UTF_8));
            if (!found.matches()) {
                throw new IllegalArgumentException("no transcript: " + path);
            }
            String type = found.group(4)
                    .lines()
                    .filter(line -> line.startsWith("Content-Type: "))
                    .map(line -> line.substring("Content-Type: ".length()))
                    .findFirst()
                    .orElse("");
            return new Recorded(
                    found.group(1),
                    found.group(2),
                    Integer.parseInt(found.group(3)),
                    type,
                    found.group(5).strip());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The recorded answer. */
    public ResponseDefinitionBuilder answer() {
        return answer(body);
    }

    /** The same answer with another body. */
    public ResponseDefinitionBuilder answer(String otherBody) {
        ResponseDefinitionBuilder answer = ResponseDefinitionBuilder.responseDefinition()
                .withStatus(status)
                .withBody(otherBody);
        return contentType.isEmpty() ? answer : answer.withHeader("Content-Type", contentType);
    }
}
