package org.batchuploader.benchmarks.faults;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
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
import org.batchuploader.testkit.faults.Scene;
import org.batchuploader.testkit.faults.Table;
import org.jspecify.annotations.Nullable;

/**
 * Every fault at every point. {@code --seed N} begins at other seeds; {@code --scene S,S}, {@code --point P,P} and {@code --fault F,F} leave
 * all others out, and one of each is one trial once more. {@code --lanes N} are worked in at once, and {@code --passes N} of one point are
 * tried at most.
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
        Instant begin = Instant.now();
        Table table = new FaultRun(jar, folder, System.out::println).run(plan(options));
        table.lines().forEach(System.out::println);
        System.out.println("scenes: " + table.scenes());
        System.out.println("took: " + Duration.between(begin, Instant.now()).truncatedTo(ChronoUnit.SECONDS));
        List<String> wrong = table.wrong();
        wrong.forEach(line -> System.out.println("wrong: " + line));
        System.out.println("faults: " + table.summary());
        System.exit(wrong.isEmpty() ? 0 : 1);
    }

    private static Plan plan(Map<String, String> options) {
        Plan whole = Plan.whole(Long.parseLong(options.getOrDefault("--seed", "1")));
        return new Plan(
                whole.seed(),
                those(options.get("--scene"), Scene.class),
                those(options.get("--point"), FaultPoint.class),
                those(options.get("--fault"), Injection.class),
                Integer.parseInt(options.getOrDefault("--passes", Integer.toString(whole.most()))),
                whole.everySystem(),
                Integer.parseInt(options.getOrDefault("--lanes", Integer.toString(whole.lanes()))));
    }

    private static <E extends Enum<E>> Set<E> those(@Nullable String names, Class<E> type) {
        if (names == null) {
            return EnumSet.allOf(type);
        }
        return Arrays.stream(names.split(",", 0))
                .map(name -> Enum.valueOf(type, name))
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(type)));
    }
}
