package org.batchuploader.geonetwork.client;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import org.batchuploader.remote.Multipart;
import org.batchuploader.remote.RemoteException;
import org.batchuploader.remote.StreamedBody;
import org.jspecify.annotations.Nullable;

/**
 * A GeoNetwork 4 by its REST. Thread-safe. Every call has time limits and reads a bounded answer. Only those that read are
 * repeated while GeoNetwork is unavailable, within {@link GeoNetworkClientBuilder#repeats}, besides one that the guard against
 * forged requests did not let through. Throws {@link RemoteException} with GeoNetwork's own sentence; identifiers that are not
 * plain throw {@link IllegalArgumentException} before anything is sent. Logs each call at DEBUG, without secrets.
 *
 * <pre>{@code
 * GeoNetworkClient geonetwork = GeoNetworkClient.at(URI.create("https://example.org/geonetwork"))
 *         .credentials("editor", password)
 *         .build();
 * geonetwork.put("2f8a5c4e-0d0b-4a52-9f0e-0c7c1a9b1c11", xml, null, true);
 * List<BrokenRule> broken = geonetwork.validate("2f8a5c4e-0d0b-4a52-9f0e-0c7c1a9b1c11");
 * }</pre>
 */
public final class GeoNetworkClient {
    /** As an administrator knows it. */
    public static final String SYSTEM = "GeoNetwork";

    private static final int PAGE = 100;

    private final Calls calls;
    private final boolean rejectIfInvalid;

    GeoNetworkClient(Calls calls, boolean rejectIfInvalid) {
        this.calls = calls;
        this.rejectIfInvalid = rejectIfInvalid;
    }

    /** @param base up to and with the context path, {@code http://localhost:8080/geonetwork} */
    public static GeoNetworkClientBuilder at(URI base) {
        return new GeoNetworkClientBuilder(base);
    }

    /** The version GeoNetwork says it is, {@code unknown} when it does not say. */
    public String version() {
        Map<String, JsonNode> site = calls.read(calls.api()::site);
        JsonNode version = site.get("system/platform/version");
        return version == null ? "unknown" : version.asText();
    }

    /** Whom GeoNetwork takes us for; empty when for nobody. */
    public Optional<GeoNetworkUser> me() {
        byte[] body = calls.read(() -> Calls.bytes(calls.api().me()));
        try {
            return body.length == 0 ? Optional.empty() : Optional.of(GeoNetworkUser.of(Calls.JSON.readTree(body)));
        } catch (IOException e) {
            throw calls.somethingElse("it does not say whom it takes us for", e);
        }
    }

    /** The number of a group by its name, compared without case. */
    public OptionalInt group(String name) {
        return calls.read(calls.api()::groups).stream()
                .filter(group -> group.name().equalsIgnoreCase(name))
                .mapToInt(Documents.Group::id)
                .findFirst();
    }

    /**
     * Puts a record, new or in place of the one with that identifier, whose privileges stay. Returns when GeoNetwork's
     * report names the record; a report with errors, or of nothing, is a refusal whatever the status.
     *
     * @param uuid the record's identifier
     * @param record as XML
     * @param group which shall own a new record, absent for the user's first
     * @param publishToAll whether everybody may see it
     */
    public void put(String uuid, byte[] record, @Nullable Integer group, boolean publishToAll) {
        RecordId.require(uuid);
        Documents.Report report = calls.change(
                () -> calls.api().put(publishToAll, rejectIfInvalid, group == null ? null : group.toString(), record));
        List<JsonNode> problems = report.problems();
        if (!problems.isEmpty()) {
            throw new RemoteException.Refused(
                    SYSTEM,
                    GeoNetworkRefusals.shortened(problems.stream()
                            .map(problem -> problem.path("message").asText(problem.asText("")))
                            .collect(Collectors.joining("; "))));
        }
        if (!report.records().contains(uuid)) {
            throw new RemoteException.Refused(SYSTEM, "GeoNetwork reports success, but no record " + uuid);
        }
    }

    /** The record as XML; empty when there is none that we may see. */
    public Optional<byte[]> record(String uuid) {
        RecordId.require(uuid);
        return calls.find(() -> Calls.bytes(calls.api().record(uuid))).map(GeoNetworkClient::something);
    }

    /** A record that is denied has status 404; one of no bytes at all is no answer. */
    private static byte[] something(byte[] record) {
        if (record.length == 0) {
            throw new RemoteException.Refused(SYSTEM, "GeoNetwork answered with nothing instead of a record");
        }
        return record;
    }

    /**
     * What GeoNetwork's own validation finds wrong, by the schema and by its schematrons; stored with the record, so that its
     * editors see it too. Empty for a valid one.
     */
    public List<BrokenRule> validate(String uuid) {
        RecordId.require(uuid);
        return BrokenRule.in(calls.change(() -> calls.api().validate(uuid)));
    }

    /** Lets everybody see a record. Asks for a Reviewer; {@link #put} can do it as an Editor. */
    public void publish(String uuid) {
        RecordId.require(uuid);
        calls.run(() -> calls.api().publish(uuid));
    }

    /** Lets a group see and download; other groups keep what they may. */
    public void share(String uuid, int group, boolean editing) {
        RecordId.require(uuid);
        var operations = Map.of("view", true, "download", true, "dynamic", true, "editing", editing);
        calls.run(() -> calls.api()
                .share(uuid, new Documents.Sharing(false, List.of(new Documents.Privilege(group, operations)))));
    }

    /** What a group may do with a record: {@code view}, {@code download}, {@code editing}, ... */
    public Set<String> shared(String uuid, int group) {
        RecordId.require(uuid);
        List<Documents.Privilege> privileges = Objects.requireNonNullElse(
                calls.read(() -> calls.api().sharing(uuid)).privileges(), List.of());
        return privileges.stream()
                .filter(privilege -> privilege.group() == group)
                .flatMap(privilege -> privilege.allowed().stream())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** Where an attachment of a record can be fetched. */
    public URI attachment(String uuid, String name) {
        return URI.create(calls.base() + attachments(uuid) + "/" + RecordId.require(name));
    }

    private static String attachments(String uuid) {
        return "/srv/api/records/" + RecordId.require(uuid) + "/attachments";
    }

    /** The names of the files that are attached to a record. */
    public List<String> attached(String uuid) {
        RecordId.require(uuid);
        return calls.read(() -> calls.api().attachments(uuid)).stream()
                .map(Documents.Attachment::name)
                .toList();
    }

    /**
     * Attaches a file that everybody who sees the record may fetch, in place of one of the same name.
     *
     * @param name plain, {@code thumbnail.png}
     * @param type media type
     */
    public void attach(String uuid, String name, String type, StreamedBody file) {
        RecordId.require(name);
        String all = attachments(uuid);
        calls.delete(() -> calls.api().deleteAttachment(uuid, name));
        calls.post(all + "?visibility=public", new Multipart().file("file", name, type, file));
    }

    /** Deletes a record with its attachments; false when there is none. */
    public boolean delete(String uuid) {
        RecordId.require(uuid);
        return calls.delete(() -> calls.api().delete(uuid));
    }

    /**
     * All records of resources whose identifier begins so, a page at a time.
     *
     * @param each is given the record's identifier and the resource's
     */
    public void ofResources(String prefix, BiConsumer<String, String> each) {
        String last = "";
        for (JsonNode page = hits(prefix, last); !page.isEmpty(); page = hits(prefix, last)) {
            for (JsonNode hit : page) {
                String uuid =
                        hit.path("_source").path("uuid").asText(hit.path("_id").asText());
                hit.path("_source").path("resourceIdentifier").findValuesAsText("code").stream()
                        .filter(code -> code.startsWith(prefix))
                        .findFirst()
                        .ifPresent(code -> each.accept(uuid, code));
                if (uuid.compareTo(last) <= 0) {
                    throw new RemoteException.Refused(SYSTEM, "GeoNetwork's search gives the same records again");
                }
                last = uuid;
            }
        }
    }

    private JsonNode hits(String prefix, String last) {
        ObjectNode query = Calls.JSON.createObjectNode().put("size", PAGE);
        query.putObject("query").putObject("prefix").put("resourceIdentifier.code", prefix);
        query.putArray("_source").add("uuid").add("resourceIdentifier.code");
        query.putArray("sort").addObject().put("uuid", "asc");
        if (!last.isEmpty()) {
            query.putArray("search_after").add(last);
        }
        JsonNode found =
                calls.change(() -> calls.api().search(query)).path("hits").path("hits");
        if (!found.isArray()) {
            throw new RemoteException.Refused(SYSTEM, "what answers is not GeoNetwork's search: no hits in it");
        }
        return found;
    }
}
