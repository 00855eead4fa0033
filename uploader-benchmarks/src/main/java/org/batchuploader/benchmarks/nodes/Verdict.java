package org.batchuploader.benchmarks.nodes;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What became of all that was acknowledged, by the rows of the database and the layers in the stand-ins' folder. */
final class Verdict {
    private static final String FEATURE = "\"type\":\"Feature\"";

    /** Of one dataset, in the order in which their uploads were received. */
    private record Course(String owner, String origin, String state, Instant received, Instant begun, Instant ended) {
        Duration toBegin() {
            return Duration.between(received, begun);
        }

        Duration toEnd() {
            return Duration.between(received, ended);
        }
    }

    private final List<Course> courses;
    private final Map<String, Long> states;
    private final long toldWrongly;
    private final Map<String, Long> served;
    private final Map<String, Delivery> last;
    private final int acknowledged;

    /** @param acknowledged in the order in which they were, of each layer */
    Verdict(Connection database, Path layers, Collection<Delivery> acknowledged) throws SQLException, IOException {
        this.courses = courses(database);
        this.states = states(database);
        this.toldWrongly = toldWrongly(database);
        this.served = served(layers);
        this.last = acknowledged.stream().collect(Collectors.toMap(Delivery::layer, d -> d, (a, b) -> b));
        this.acknowledged = acknowledged.size();
    }

    /** Uploads by state; one that was sent again because its acknowledgement was lost counts twice. */
    Map<String, Long> states() {
        return states;
    }

    /** Layers whose content is not the one last acknowledged, or that are not there; and all deliveries without an ending. */
    long lost() {
        long ended = courses.stream().filter(c -> c.state().equals("PUBLISHED")).count();
        long missing = Math.max(0, acknowledged - ended);
        return missing
                + last.values().stream()
                        .filter(d -> served.getOrDefault(d.layer(), -1L) != d.points())
                        .count();
    }

    /** Layers that nobody delivered. */
    long doubled() {
        return served.keySet().stream().filter(name -> !last.containsKey(name)).count();
    }

    /** Publications of one layer that began before the one received before it had ended. */
    long disordered() {
        Map<String, Course> before = new HashMap<>();
        long disordered = 0;
        for (Course course : courses) {
            Course previous = before.put(course.owner() + "/" + course.origin(), course);
            if (previous != null && course.begun().isBefore(previous.ended())) {
                disordered++;
            }
        }
        return disordered;
    }

    /** Datasets published without exactly one notice. */
    long toldWrongly() {
        return toldWrongly;
    }

    /** Pairs of publications of one layer whose order counts. */
    long pairs() {
        return courses.size()
                - courses.stream()
                        .map(c -> c.owner() + "/" + c.origin())
                        .distinct()
                        .count();
    }

    /** The seconds from reception to the begin of the work, of these owners' files: half of them less, 99 % less, and the longest. */
    void print(PrintStream out, String label, Set<String> owners) {
        List<Course> theirs =
                courses.stream().filter(c -> owners.contains(c.owner())).toList();
        List<Duration> waits = theirs.stream().map(Course::toBegin).sorted().toList();
        List<Duration> whole = theirs.stream().map(Course::toEnd).sorted().toList();
        out.printf(
                "%-22s %7d %10.2f %8.2f %8.2f %10.2f %8.2f %8.2f%n",
                label,
                theirs.size(),
                seconds(waits, 0.5),
                seconds(waits, 0.99),
                seconds(waits, 1),
                seconds(whole, 0.5),
                seconds(whole, 0.99),
                seconds(whole, 1));
    }

    /** For each of these owners' files, how many of the other's began between its reception and its own begin, sorted. */
    List<Long> overtaken(Set<String> owners, String other) {
        List<Instant> begins = courses.stream()
                .filter(c -> c.owner().equals(other))
                .map(Course::begun)
                .toList();
        return courses.stream()
                .filter(c -> owners.contains(c.owner()))
                .map(c -> begins.stream()
                        .filter(b -> b.isAfter(c.received()) && b.isBefore(c.begun()))
                        .count())
                .sorted()
                .toList();
    }

    static double seconds(List<Duration> sorted, double part) {
        return sorted.isEmpty()
                ? 0
                : sorted.get((int) Math.ceil(part * sorted.size()) - 1).toMillis() / 1000.0;
    }

    private static List<Course> courses(Connection database) throws SQLException {
        String sql =
                """
                SELECT d.owner, d.origin, d.state, u.received,
                    (SELECT MIN(h.happened) FROM history h WHERE h.dataset = d.id AND h.state = 'INSPECTING'),
                    (SELECT MAX(h.happened) FROM history h WHERE h.dataset = d.id)
                FROM dataset d JOIN upload u ON u.id = d.upload ORDER BY u.seq, d.place""";
        List<Course> found = new ArrayList<>();
        try (var statement = database.createStatement();
                var rows = statement.executeQuery(sql)) {
            while (rows.next()) {
                Instant ended = rows.getTimestamp(6).toInstant();
                var begun = rows.getTimestamp(5);
                found.add(new Course(
                        rows.getString(1),
                        rows.getString(2),
                        rows.getString(3),
                        rows.getTimestamp(4).toInstant(),
                        begun == null ? ended : begun.toInstant(),
                        ended));
            }
        }
        return found;
    }

    private static Map<String, Long> states(Connection database) throws SQLException {
        Map<String, Long> states = new TreeMap<>();
        try (var statement = database.createStatement();
                var rows = statement.executeQuery("SELECT state, COUNT(*) FROM upload GROUP BY state")) {
            while (rows.next()) {
                states.put(rows.getString(1), rows.getLong(2));
            }
        }
        return states;
    }

    private static long toldWrongly(Connection database) throws SQLException {
        String sql =
                """
                SELECT COUNT(*) FROM dataset d
                WHERE d.state = 'PUBLISHED' AND (SELECT COUNT(*) FROM notice n WHERE n.dataset = d.id) <> 1""";
        try (var statement = database.createStatement();
                var rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getLong(1);
        }
    }

    private static Map<String, Long> served(Path layers) throws IOException {
        Map<String, Long> served = new HashMap<>();
        try (Stream<Path> folders = Files.list(layers)) {
            for (Path folder : (Iterable<Path>) folders::iterator) {
                String json = Files.readString(folder.resolve("data.geojson"));
                served.put(folder.getFileName().toString(), (long) json.split(FEATURE, -1).length - 1);
            }
        }
        return served;
    }
}
