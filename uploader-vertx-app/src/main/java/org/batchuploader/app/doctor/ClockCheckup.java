package org.batchuploader.app.doctor;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import org.batchuploader.core.doctor.Checkup;
import org.batchuploader.core.doctor.Finding;

/** Whether remote systems have our time, as their answers date themselves (RFC 9110, {@code Date}). */
final class ClockCheckup implements Checkup {
    private static final Duration LIMIT = Duration.ofSeconds(10);
    private static final Duration MOST_APART = Duration.ofSeconds(30);

    private final Map<String, URI> addresses;
    private final Clock clock;

    ClockCheckup(Map<String, URI> addresses, Clock clock) {
        this.addresses = addresses;
        this.clock = clock;
    }

    @Override
    public String system() {
        return "clocks";
    }

    @Override
    public List<Finding> examine() {
        HttpClient client = HttpClient.newBuilder().connectTimeout(LIMIT).build();
        return addresses.entrySet().stream()
                .map(system -> compare(client, system.getKey(), system.getValue()))
                .toList();
    }

    private Finding compare(HttpClient client, String system, URI address) {
        try {
            HttpRequest request = HttpRequest.newBuilder(address)
                    .method("HEAD", HttpRequest.BodyPublishers.noBody())
                    .timeout(LIMIT)
                    .build();
            var date = client.send(request, HttpResponse.BodyHandlers.discarding())
                    .headers()
                    .firstValue("Date");
            return date.isEmpty()
                    ? Finding.good(system, "does not tell its time")
                    : compare(
                            system,
                            ZonedDateTime.parse(date.get(), DateTimeFormatter.RFC_1123_DATE_TIME)
                                    .toInstant());
        } catch (IOException | DateTimeException e) {
            return Finding.warning(system, "does not tell its time", "See what is said of " + system + " above.");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Finding.warning(system, "was not asked to the end", "Run it again.");
        }
    }

    private Finding compare(String system, Instant there) {
        Duration apart = Duration.between(there, clock.instant()).abs();
        String found = "within " + Math.max(1, apart.toSeconds()) + " s of ours";
        return apart.compareTo(MOST_APART) < 0
                ? Finding.good(system, found)
                : Finding.warning(
                        system,
                        apart.toSeconds() + " s from ours",
                        "Let both machines take their time from one NTP server; records and histories are dated by it.");
    }
}
