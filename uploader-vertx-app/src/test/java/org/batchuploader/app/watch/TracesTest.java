package org.batchuploader.app.watch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.http.HttpRequest;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import org.batchuploader.app.service.House;
import org.batchuploader.core.id.Ids;
import org.batchuploader.core.id.UploadId;
import org.batchuploader.core.memory.InMemory;
import org.batchuploader.core.task.Claim;
import org.batchuploader.core.task.Work;
import org.batchuploader.core.watch.Ending;
import org.batchuploader.core.watch.Meter;
import org.batchuploader.core.watch.Stage;
import org.batchuploader.remote.HttpTransport;
import org.batchuploader.testkit.sample.SampleShapefile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TracesTest {
    private static final Duration LONG = Duration.ofSeconds(30);

    @TempDir
    Path folder;

    @Test
    void an_uploads_tasks_and_their_steps_are_one_trace() throws Exception {
        try (Receiver receiver = new Receiver();
                House house = House.open(folder, "tracing.url", receiver.address())) {
            String id = house.anna().upload(house.zip(SampleShapefile.points("traced")));
            house.anna().ending(id);
            TraceIds trace = TraceIds.of(new UploadId(id));
            await().atMost(LONG)
                    .until(() -> receiver.hasId(trace.trace())
                            && receiver.hasId(trace.root())
                            && receiver.has("upload")
                            && receiver.has("publish")
                            && receiver.has("inspect")
                            && receiver.has("metadata"));
            assertThat(receiver.has("batch-uploader")).isTrue();
            assertThat(receiver.has(id)).isTrue();
            assertThat(receiver.has("anna")).isFalse();
        }
    }

    @Test
    void a_remote_call_is_a_span_and_its_system_is_told_which() throws Exception {
        Ids ids = new Ids();
        UploadId upload = ids.upload();
        InMemory memory = new InMemory(Clock.systemUTC(), ids);
        Whose whose = new Whose(memory.uploads(), memory.layers(), memory.notices());
        try (Receiver receiver = new Receiver()) {
            try (Traces traces = Traces.to(receiver.address(), 100, whose)) {
                HttpTransport transport = new HttpTransport("Atlas", Duration.ofSeconds(5), LONG, traces);
                HttpRequest request = HttpRequest.newBuilder(receiver.address().resolve("/rest/layers?key=secret"))
                        .build();
                transport.send(request);
                Claim claim = new Claim(ids.task(), new Work.OpenUpload(upload), "anna", "key", 1, 1);
                Meter.Timing task = traces.task(claim);
                traces.stage(Stage.CATALOG, () -> {
                    transport.send(request);
                });
                task.ended(Ending.DONE);
            }
            assertThat(receiver.parents()).hasSize(2);
            assertThat(receiver.parents().get(0)).isEqualTo("none");
            assertThat(receiver.parents().get(1))
                    .matches("00-" + TraceIds.of(upload).trace() + "-[0-9a-f]{16}-01");
            String span = receiver.parents().get(1).split("-")[2];
            assertThat(receiver.hasId(span)).isTrue();
            assertThat(receiver.has("GET Atlas")).isTrue();
            assertThat(receiver.has("/rest/layers")).isTrue();
            assertThat(receiver.has("secret")).isFalse();
        }
    }

    @Test
    void a_receiver_that_is_away_holds_nothing_up() throws Exception {
        try (House house = House.open(folder, "tracing.url", "http://127.0.0.1:1/")) {
            String id = house.anna().upload(house.zip(SampleShapefile.points("untraced")));
            assertThat(house.anna().ending(id).path("state").asText()).isEqualTo("PUBLISHED");
        }
    }
}
