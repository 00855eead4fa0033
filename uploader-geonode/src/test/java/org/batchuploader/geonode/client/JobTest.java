package org.batchuploader.geonode.client;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import org.junit.jupiter.api.Test;

class JobTest {
    @Test
    void counts_are_read_from_the_last_lines_it_printed() {
        var job = new Job(
                7,
                "FINISHED",
                """
                Found 3 layers, starting processing
                [created] Dataset 9 Created layers (1/3)

                Finished processing 3 layers in 1.00 seconds.

                2 Created layers
                1 Updated layers
                0 Failed layers
                """,
                null);

        assertThat(job.count(Job.Outcome.CREATED)).hasValue(2);
        assertThat(job.count(Job.Outcome.UPDATED)).hasValue(1);
        assertThat(job.count(Job.Outcome.FAILED)).hasValue(0);
        assertThat(job.ended()).isTrue();
        assertThat(job.failed()).isFalse();
        assertThat(job.exception()).isEmpty();
    }

    @Test
    void a_job_that_printed_nothing_has_no_counts() {
        assertThat(new Job(7, "QUEUED", null, null).count(Job.Outcome.CREATED)).isEmpty();
        assertThat(new Job(7, "QUEUED", null, null).ended()).isFalse();
    }

    @Test
    void the_exception_is_the_last_line_of_the_traceback() {
        var meta =
                JsonNodeFactory.instance.objectNode().put("traceback", "Traceback:\n  File \"x.py\"\nException: no\n");

        assertThat(new Job(7, "FINISHED", "", meta).exception()).isEqualTo("Exception: no");
    }

    @Test
    void a_job_is_settled_when_it_counted_or_celery_knows() {
        var nodes = JsonNodeFactory.instance;

        assertThat(new Job(7, "FINISHED", "", nodes.objectNode().put("status", "STARTED")).settled())
                .isFalse();
        assertThat(new Job(7, "FINISHED", null, null).settled()).isFalse();
        assertThat(new Job(7, "FINISHED", "1 Created layers", null).settled()).isTrue();
        assertThat(new Job(7, "FINISHED", "", nodes.objectNode().put("status", "SUCCESS")).settled())
                .isTrue();
        assertThat(new Job(7, "FINISHED", "", nodes.objectNode().put("status", "FAILURE")).settled())
                .isTrue();
    }
}
