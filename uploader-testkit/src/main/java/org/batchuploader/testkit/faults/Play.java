package org.batchuploader.testkit.faults;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** One trial in a house: the scene, the fault in the midst of it, and what became of it. */
final class Play {
    private final House house;
    private final Trial trial;
    private final List<List<String>> asked;
    private final Witness witness;
    private final Sender sender;

    /** @param asked what an undisturbed scene asks of each of the systems */
    Play(House house, Trial trial, List<List<String>> asked, String name) {
        this.house = house;
        this.trial = trial;
        this.asked = asked;
        this.witness = new Witness(house);
        this.sender = new Sender(house, witness, name);
    }

    Verdict play() throws Exception {
        trial.scene().prepare(sender);
        house.control().begin();
        house.fakes().geoNetwork().forgetTokens();
        boolean thrown = trial.fault() == Injection.ERROR;
        house.control().order(trial.point(), trial.pass(), thrown ? "throw" : "hold");
        Trouble trouble = new Trouble(house, trial, asked);
        List<String> astray = new ArrayList<>();
        try {
            CompletableFuture<Void> acting = CompletableFuture.runAsync(this::act);
            if (!thrown) {
                ProcessHandle held = house.control().awaitHeld(trial.point()).orElse(null);
                if (held == null) {
                    astray.add("the point was not passed");
                } else {
                    trouble.befall(held);
                }
            }
            acting.get(2, TimeUnit.MINUTES);
        } catch (ExecutionException | TimeoutException e) {
            astray.add("the sender: " + e);
        }
        Verdict verdict = Judge.judge(witness.evidence(trial.scene(), sender.name(), sender.upload()));
        house.fakes().all().forEach(fake -> fake.faults().clear());
        if (!house.control().obeyed(trial.point())) {
            astray.add("the point was not passed");
        }
        if (!trouble.wasMet()) {
            astray.add("the remote system was not asked");
        }
        astray.addAll(verdict.lost());
        return new Verdict(astray, verdict.doubled(), verdict.orphans());
    }

    private void act() {
        try {
            trial.scene().act(sender);
        } catch (Exception e) {
            throw new IllegalStateException(trial.scene() + " of " + sender.name(), e);
        }
    }
}
