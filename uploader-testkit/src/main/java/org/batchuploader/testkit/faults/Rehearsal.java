package org.batchuploader.testkit.faults;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.batchuploader.core.fault.FaultPoint;
import org.batchuploader.testkit.fake.FakeSystem;

/**
 * A scene that nothing disturbed.
 *
 * @param passes how often it passed each point
 * @param asked what it asked of each of the systems
 */
record Rehearsal(Scene scene, Map<FaultPoint, Integer> passes, List<List<String>> asked) {
    /** @throws IllegalStateException when it does not go well, since then no trial would prove anything */
    static Rehearsal of(House house, Scene scene) throws Exception {
        Witness witness = new Witness(house);
        String name = "rehearsed" + scene.name().toLowerCase(Locale.ROOT).replace("_", "");
        Sender sender = new Sender(house, witness, name);
        scene.prepare(sender);
        house.control().begin();
        house.fakes().geoNetwork().forgetTokens();
        List<FakeSystem> systems = house.fakes().all();
        List<Integer> before = systems.stream().map(fake -> fake.calls().size()).toList();
        scene.act(sender);
        Verdict verdict = Judge.judge(witness.evidence(scene, sender.name(), sender.upload()));
        if (!verdict.isGood()) {
            throw new IllegalStateException(scene + " is " + verdict);
        }
        List<List<String>> asked = new ArrayList<>();
        for (int i = 0; i < systems.size(); i++) {
            List<String> calls = systems.get(i).calls();
            asked.add(calls.subList(before.get(i), calls.size()).stream()
                    .distinct()
                    .toList());
        }
        return new Rehearsal(scene, house.control().passes(), asked);
    }

    int passes(FaultPoint point) {
        return passes.getOrDefault(point, 0);
    }

    /** Whether each pass of the point is before another system, and what that is asked has no other reason. */
    boolean asksEachOnce(FaultPoint point) {
        FaultPoint other = point == FaultPoint.STEP_DUE ? FaultPoint.REMOVAL_DUE : FaultPoint.STEP_DUE;
        return passes(point) == asked.size() && passes(other) == 0;
    }
}
