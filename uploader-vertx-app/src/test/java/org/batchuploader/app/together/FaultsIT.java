package org.batchuploader.app.together;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.EnumSet;
import org.batchuploader.core.fault.FaultPoint;
import org.batchuploader.testkit.faults.FaultRun;
import org.batchuploader.testkit.faults.Injection;
import org.batchuploader.testkit.faults.Plan;
import org.batchuploader.testkit.faults.Scene;
import org.batchuploader.testkit.faults.Table;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A small part of {@code uploader-benchmarks/run faults}: the places where two sides know different things. */
class FaultsIT {
    @TempDir
    Path folder;

    @Test
    void nothing_is_lost_doubled_or_left_behind_when_processes_and_sessions_end_between_an_effect_and_its_note()
            throws Exception {
        Path jar = Path.of("target", "uploader", "uploader.jar").toAbsolutePath();
        Plan plan = new Plan(
                1,
                EnumSet.of(Scene.PUBLISH, Scene.TAKE_DOWN),
                EnumSet.of(FaultPoint.STEP_TAKEN, FaultPoint.REMOVAL_TAKEN),
                EnumSet.of(Injection.KILL, Injection.STOP, Injection.SESSIONS_ENDED),
                1,
                false,
                2);

        Table table = new FaultRun(jar, folder, System.out::println).run(plan);

        assertThat(table.wrong()).isEmpty();
        assertThat(table.summary()).isEqualTo("points=2 runs=6 lost=0 doubled=0 orphans=0");
    }
}
