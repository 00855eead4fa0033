package org.batchuploader.geoserver.recorded;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The answer of one recorded transcript. */
public record Recorded(int status, String contentType, String body) {
    private static final Pattern ANSWER = Pattern.compile("(?s)\nHTTP/1.1 (\\d+)\n((?:[A-Za-z-]+: [^\n]*\n)*)\n?(.*)");

    /** @param transcript its file's name without the ending */
    public static Recorded of(String transcript) {
        String path = "/recorded/" + transcript + ".http";
        try (InputStream in = Objects.requireNonNull(Recorded.class.getResourceAsStream(path), path)) {
            Matcher answer = ANSWER.matcher(new String(in.readAllBytes(), StandardCharsets.UTF_8));
            if (!answer.find()) {
                throw new IllegalArgumentException("no answer in " + path);
            }
            String type = answer.group(2)
                    .lines()
                    .filter(line -> line.startsWith("Content-Type: "))
                    .map(line -> line.substring("Content-Type: ".length()))
                    .findFirst()
                    .orElse("");
            return new Recorded(
                    Integer.parseInt(answer.group(1)), type, answer.group(3).strip());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

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
