package org.batchuploader.testkit.faults;

import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.batchuploader.testkit.fake.FakeSystem;

/** Looks at rows and systems, when the work is over. */
final class Witness {
    private static final Duration PATIENCE = Duration.ofSeconds(75);
    private static final String ENDINGS = "('PUBLISHED', 'NEEDS_CORRECTION', 'FAILED', 'CANCELLED')";

    private final House house;

    Witness(House house) {
        this.house = house;
    }

    /** Until nothing is queued and every upload of that name has ended; false when that does not come about. */
    boolean awaitSettled(String name) throws InterruptedException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (System.nanoTime() < end) {
            try {
                if (unsettled(name).isEmpty()) {
                    return true;
                }
            } catch (SQLException e) {
                // the database is in trouble, or starts
            }
            TimeUnit.MILLISECONDS.sleep(50);
        }
        return false;
    }

    /** Waits for the end of the work, as long as that is worth while. */
    Evidence evidence(Scene scene, String name, String upload) throws SQLException, InterruptedException {
        awaitSettled(name);
        Map<String, List<String>> held = new LinkedHashMap<>();
        house.fakes()
                .all()
                .forEach(fake -> held.put(fake.getClass().getSimpleName().replace("Fake", ""), of(name, fake)));
        return new Evidence(
                name,
                upload,
                scene.ending(),
                unsettled(name),
                texts("SELECT state FROM upload WHERE id = ?", upload),
                texts("SELECT state || ' ' || reason FROM history WHERE upload = ? ORDER BY seq", upload),
                texts("SELECT kind || ': ' || reason FROM queue_dead"),
                texts(
                        "SELECT d.id || ' ' || h.state FROM dataset d JOIN history h ON h.dataset = d.id"
                                + " WHERE h.state IN ('PUBLISHED', 'NEEDS_CORRECTION', 'FAILED') AND d.name = ?",
                        name),
                texts(
                        "SELECT d.id || ' ' || n.kind FROM dataset d JOIN notice n ON n.dataset = d.id WHERE d.name = ?",
                        name),
                texts("SELECT name || ' ' || state FROM layer WHERE name = ? OR name LIKE ?", name, name + "\\_%"),
                texts("SELECT d.upload FROM layer l JOIN dataset d ON d.id = l.dataset WHERE l.name = ?", name),
                held);
    }

    private List<String> unsettled(String name) throws SQLException {
        List<String> unsettled = new ArrayList<>();
        unsettled.addAll(texts("SELECT 'task ' || kind || ' ' || attempt || ' ' || reason FROM queue_task"));
        unsettled.addAll(texts("SELECT 'word of a task' FROM queue_outbox"));
        unsettled.addAll(texts(
                "SELECT 'upload ' || u.state FROM upload u WHERE u.id IN (SELECT upload FROM upload_file WHERE name = ?)"
                        + " AND (u.is_open OR u.state NOT IN " + ENDINGS + ")",
                name + ".zip"));
        return unsettled;
    }

    private List<String> texts(String sql, String... values) throws SQLException {
        return house.database().texts(sql, values);
    }

    private static List<String> of(String name, FakeSystem fake) {
        return fake.state()
                .lines()
                .map(String::strip)
                .filter(line -> line.contains(name) && !line.startsWith("job ") && !line.startsWith("tiles of "))
                .toList();
    }
}
