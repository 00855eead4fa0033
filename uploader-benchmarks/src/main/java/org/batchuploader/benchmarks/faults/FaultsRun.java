package org.batchuploader.benchmarks.faults;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.batchuploader.core.fault.FaultPoint;
import org.batchuploader.testkit.faults.FaultRun;
import org.batchuploader.testkit.faults.Injection;
import org.batchuploader.testkit.faults.Plan;
import org.batchuploader.testkit.faults.Table;

/**
 * Every fault at every point. {@code --seed N} begins at other seeds, {@code --fault F,F} and {@code --point P} leave all others out; with
 * all three it is one trial once more. {@code --lanes N} are worked in at once, and
 * {@code --passes N} of one point are tried at most.
 */
public final class FaultsRun {
    private FaultsRun() {}

    /** @param args the folder of the checkout, then options */
    public static void main(String[] args) throws Exception {
        Map<String, String> options = new HashMap<>();
        for (int i = 1; i + 1 < args.length; i += 2) {
            options.put(args[i], args[i + 1].toUpperCase(Locale.ROOT));
        }
        Path folder = Files.createTempDirectory("faults");
        Path jar = Path.of(args[0], "uploader-vertx-app/target/uploader/uploader.jar");
        Table table = new FaultRun(jar, folder, System.out::println).run(plan(options));
        table.lines().forEach(System.out::println);
        System.out.println("not tried: " + table.untried());
        List<String> wrong = table.wrong();
        wrong.forEach(line -> System.out.println("wrong: " + line));
        System.out.println("faults: " + table.summary());
        System.exit(wrong.isEmpty() ? 0 : 1);
    }

    private static Plan plan(Map<String, String> options) {
        long seed = Long.parseLong(options.getOrDefault("--seed", "1"));
        String point = options.get("--point");
        String fault = options.get("--fault");
        if (point != null && fault != null && !fault.contains(",") && options.containsKey("--seed")) {
            return Plan.again(seed, FaultPoint.valueOf(point), Injection.valueOf(fault));
        }
        Plan whole = Plan.whole(seed, Integer.parseInt(options.getOrDefault("--lanes", "3")));
        return new Plan(
                seed,
                point == null ? whole.points() : EnumSet.of(FaultPoint.valueOf(point)),
                fault == null ? whole.faults() : faults(fault),
                Integer.parseInt(options.getOrDefault("--passes", Integer.toString(whole.most()))),
                whole.lanes());
    }

    private static Set<Injection> faults(String names) {
        return Arrays.stream(names.split(",", 0)).map(Injection::valueOf).collect(Collectors.toSet());
    }
}
