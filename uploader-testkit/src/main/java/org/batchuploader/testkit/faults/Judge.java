package org.batchuploader.testkit.faults;

import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.batchuploader.testkit.fake.FakeSystem;

/** Looks at rows and systems when the work is over. What is staged and belongs to nothing is swept after a day, and not counted. */
final class Judge {
    private static final Duration PATIENCE = Duration.ofSeconds(75);
    private static final String OF_NAME =
            " FROM upload u WHERE u.id IN (SELECT upload FROM upload_file WHERE name = ?)";

    private final House house;

    Judge(House house) {
        this.house = house;
    }

    /** Until nothing is queued and every upload of that name has ended; false when that does not come about. */
    boolean awaitSettled(String name) throws InterruptedException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (System.nanoTime() < end) {
            try {
                if (work().isEmpty() && open(name).isEmpty()) {
                    return true;
                }
            } catch (SQLException e) {
                // the database is in trouble, or starts
            }
            TimeUnit.MILLISECONDS.sleep(50);
        }
        return false;
    }

    private List<String> work() throws SQLException {
        return house.database().texts("SELECT kind || ' ' || attempt || ' ' || reason FROM queue_task");
    }

    private List<String> open(String name) throws SQLException {
        return house.database()
                .texts(
                        "SELECT u.state" + OF_NAME + " AND (u.is_open OR u.state NOT IN"
                                + " ('PUBLISHED', 'NEEDS_CORRECTION', 'FAILED', 'CANCELLED'))",
                        name + ".zip");
    }

    /** @param upload the one that was acknowledged; empty when none was */
    Verdict judge(Scene scene, String name, String upload) throws SQLException, InterruptedException {
        List<String> lost = new ArrayList<>();
        List<String> doubled = new ArrayList<>();
        List<String> orphans = new ArrayList<>();
        if (upload.isEmpty()) {
            lost.add("it was never acknowledged");
        }
        if (!awaitSettled(name)) {
            lost.add("no end: uploads " + open(name) + " tasks " + work());
        }
        List<String> states = house.database().texts("SELECT u.state FROM upload u WHERE u.id = ?", upload);
        if (!states.equals(List.of(scene.ending()))) {
            lost.add("ended " + states + " " + reasons(upload));
        }
        house.database()
                .texts("SELECT kind || ': ' || reason FROM queue_dead")
                .forEach(dead -> orphans.add("dead " + dead));
        tellings(name, lost, doubled);
        boolean published = states.contains("PUBLISHED");
        rows(name, published, doubled, orphans);
        house.fakes().all().forEach(fake -> held(fake, name, published, lost, doubled, orphans));
        return new Verdict(lost, doubled, orphans);
    }

    private List<String> reasons(String upload) throws SQLException {
        return house.database()
                .texts("SELECT state || ' ' || reason FROM history WHERE upload = ? ORDER BY seq", upload);
    }

    /** Each time a dataset came to an ending there is one notice of that kind. */
    private void tellings(String name, List<String> lost, List<String> doubled) throws SQLException {
        String endings = "SELECT d.id || ' ' || h.state FROM dataset d JOIN history h ON h.dataset = d.id"
                + " WHERE h.state IN ('PUBLISHED', 'NEEDS_CORRECTION', 'FAILED') AND d.name = ?";
        String notices =
                "SELECT d.id || ' ' || n.kind FROM dataset d JOIN notice n ON n.dataset = d.id WHERE d.name = ?";
        List<String> ended = house.database().texts(endings, name);
        List<String> told = house.database().texts(notices, name);
        ended.stream().filter(each -> !told.contains(each)).forEach(each -> lost.add("nobody was told of " + each));
        told.stream()
                .distinct()
                .filter(each -> told.indexOf(each) != told.lastIndexOf(each))
                .forEach(each -> doubled.add("told twice of " + each));
        told.stream().filter(each -> !ended.contains(each)).forEach(each -> doubled.add("told of no ending " + each));
    }

    private void rows(String name, boolean published, List<String> doubled, List<String> orphans) throws SQLException {
        List<String> layers = house.database()
                .texts("SELECT name || ' ' || state FROM layer WHERE name = ? OR name LIKE ?", name, name + "\\_%");
        if (layers.size() > 1) {
            doubled.add("rows of layers " + layers);
        }
        if (!layers.equals(published ? List.of(name + " PUBLISHED") : List.of())) {
            orphans.add("rows of layers " + layers);
        }
    }

    private static void held(
            FakeSystem fake,
            String name,
            boolean published,
            List<String> lost,
            List<String> doubled,
            List<String> orphans) {
        String system = fake.getClass().getSimpleName().replace("Fake", "");
        List<String> lines = fake.state()
                .lines()
                .map(String::strip)
                .filter(line -> line.contains(name) && !line.startsWith("job ") && !line.startsWith("tiles of "))
                .toList();
        long layers = lines.stream().filter(line -> isLayer(system, line)).count();
        if (published && layers == 0) {
            lost.add(system + " has no layer");
        } else if (layers > 1) {
            doubled.add(system + " has " + lines);
        } else if (!published && !lines.isEmpty()) {
            orphans.add(system + " keeps " + lines);
        }
    }

    /** GeoServer tells of stores and resources as well; the others of layers only. */
    private static boolean isLayer(String system, String line) {
        return !system.equals("GeoServer") || line.startsWith("layer ");
    }
}
