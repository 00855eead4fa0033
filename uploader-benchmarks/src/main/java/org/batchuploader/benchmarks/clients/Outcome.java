package org.batchuploader.benchmarks.clients;

import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.batchuploader.testkit.service.ApiClient;

/** What became of an upload, as the API tells it. */
final class Outcome {
    private static final Pattern CODE = Pattern.compile("\"code\":\"([A-Z_]+)\"");
    private static final Pattern LAYER = Pattern.compile("\"layer\":\"([a-z0-9_]+)\"");
    private static final Pattern DATASET = Pattern.compile("\"dataset\":\"([0-9a-z]{20})\"");

    private final ApiClient api;
    private final String id;
    private final String json;

    private Outcome(ApiClient api, String id, String json) {
        this.api = api;
        this.id = id;
        this.json = json;
    }

    /** Of the newest upload with a file of that name, when it has ended. */
    static Outcome of(ApiClient api, String fileName) throws Exception {
        String id = api.upload(fileName)
                .orElseThrow(() -> new Case.Wrong("there is no upload with a file named " + fileName));
        return new Outcome(api, id, api.ending(id));
    }

    Outcome published(int layers) throws Exception {
        Case.require(
                state().equals("PUBLISHED") && layers().size() == layers,
                "expected " + layers + " published layers, got " + this);
        for (String layer : layers()) {
            Case.require(
                    api.get("/layers/" + layer + "/").contains("<title>"), "the page of " + layer + " is not there");
        }
        return this;
    }

    Outcome endedAs(String state, String code) throws Case.Wrong {
        Case.require(
                state().equals(state) && codes().contains(code), "expected " + state + " " + code + ", got " + this);
        return this;
    }

    /** Corrects the first dataset and waits for what becomes of it. */
    Outcome corrected(String correction) throws Exception {
        String dataset = found(DATASET).get(0);
        int status = api.correct(dataset, correction);
        Case.require(status == 202, "the correction was answered with " + status);
        return new Outcome(api, id, api.ending(id));
    }

    /** Whether a file of it has so many bytes. */
    boolean hasSize(long bytes) {
        return json.contains("\"size\":" + bytes + ",");
    }

    String id() {
        return id;
    }

    String state() {
        return ApiClient.state(json);
    }

    List<String> codes() {
        return found(CODE);
    }

    List<String> layers() {
        return found(LAYER).stream().distinct().toList();
    }

    /** Whether the upload's history tells of that state. */
    boolean went(String state) {
        return json.substring(Math.max(0, json.indexOf("\"history\""))).contains("\"state\":\"" + state + "\"");
    }

    private List<String> found(Pattern pattern) {
        return pattern.matcher(json)
                .results()
                .map((MatchResult m) -> m.group(1))
                .toList();
    }

    @Override
    public String toString() {
        return state() + " " + codes().stream().distinct().toList() + " " + layers();
    }
}
