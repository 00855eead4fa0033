package org.batchuploader.core.drop;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.batchuploader.core.id.Ids;
import org.batchuploader.core.id.UploadId;
import org.batchuploader.core.inspect.ArrivalRefused;
import org.batchuploader.core.inspect.FirstLook;
import org.batchuploader.core.inspect.Problem;
import org.batchuploader.core.inspect.ProblemCode;
import org.batchuploader.core.intake.Assembling;
import org.batchuploader.core.intake.BundleAssembler;
import org.batchuploader.core.intake.Intake;
import org.batchuploader.core.intake.LateParts;
import org.batchuploader.core.intake.Receipt;
import org.batchuploader.core.memory.InMemory;
import org.batchuploader.core.notice.Notices;
import org.batchuploader.core.pipeline.CodeFiles;
import org.batchuploader.core.pipeline.PublishTasks;
import org.batchuploader.core.staging.LocalStagingArea;
import org.batchuploader.core.support.ManualClock;
import org.batchuploader.core.support.WordInspector;
import org.batchuploader.core.upload.Dataset;
import org.batchuploader.core.upload.Journal;
import org.batchuploader.core.upload.Upload;
import org.batchuploader.core.upload.UploadQuery;
import org.batchuploader.core.upload.UploadState;
import org.batchuploader.core.user.Owner;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DropFolderTest {
    @TempDir
    Path folder;

    private final ManualClock clock = new ManualClock();
    private final Ids ids = new Ids();
    private final InMemory stores = new InMemory(clock, ids);
    private final List<UploadId> takenDown = new ArrayList<>();
    private String objection = "";
    private FirstLook look = FirstLook.NONE;
    private LocalStagingArea staging;
    private BundleAssembler assembler;
    private DropFolder anna;

    @BeforeEach
    void open() throws IOException {
        staging = new LocalStagingArea(folder, ids, 0);
        assembler = newAssembler();
        anna = folders().open(Owner.named("anna"), "ftp");
    }

    @ParameterizedTest
    @ValueSource(strings = {"shp shx dbf prj", "prj dbf shx shp", "DBF SHP PRJ SHX", "shx prj shp dbf"})
    void assembles_a_shapefile_from_parts_in_any_order_and_case(String extensions) throws IOException {
        for (String extension : extensions.split(" ")) {
            put("roads." + extension);
        }
        assertThat(queued()).isEmpty();
        pass(Duration.ofSeconds(2));
        assertThat(queued()).hasSize(1);
        assertThat(queued().get(0).files()).hasSize(4);
    }

    @Test
    void says_what_it_waits_for_and_when_it_is_complete() throws IOException {
        assertThat(put("roads.shp").next()).isEqualTo("waiting for roads.shx and roads.dbf");
        put("roads.shx");
        assertThat(put("roads.dbf").stage()).isEqualTo(Receipt.Stage.GATHERING);
        assertThat(put("atlas.zip").stage()).isEqualTo(Receipt.Stage.QUEUED);
        assertThat(put("roads.shp.part").stage()).isEqualTo(Receipt.Stage.TEMPORARY);
    }

    @Test
    void the_end_of_the_session_completes_it_at_once() throws IOException {
        put("roads.shp");
        put("roads.shx");
        put("roads.dbf");
        put("rivers.shp");
        anna.close();
        assertThat(queued()).extracting(Upload::base).containsExactly("roads");
    }

    @Test
    void an_open_transfer_keeps_the_bundle_waiting() throws IOException {
        put("roads.shp");
        put("roads.shx");
        put("roads.dbf");
        Transfer slow = anna.write("roads.prj", 0);
        pass(Duration.ofSeconds(60));
        assertThat(queued()).isEmpty();
        slow.write(bytes("prj"));
        slow.commit();
        pass(Duration.ofSeconds(2));
        assertThat(queued().get(0).files()).hasSize(4);
    }

    @Test
    void a_restart_forgets_nothing() throws IOException {
        put("roads.shp");
        put("roads.shx");
        put("roads.dbf");
        assembler = newAssembler();
        pass(Duration.ofSeconds(2));
        assertThat(queued()).isEmpty();
        assembler.resume();
        pass(Duration.ofSeconds(2));
        assertThat(queued()).hasSize(1);
    }

    @Test
    void what_stays_incomplete_is_told_and_completed_by_the_missing_file() throws IOException {
        Receipt first = put("roads.shp");
        put("roads.shx");
        pass(Duration.ofMinutes(10));
        Dataset waiting = stores.uploads().datasets(first.upload()).get(0);
        assertThat(waiting.problems()).extracting("code").containsExactly(ProblemCode.PART_MISSING);
        assertThat(waiting.problems().get(0).sentence()).contains("but not roads.dbf");
        assertThat(stores.notices().unread("anna")).isEqualTo(1);

        assertThat(put("roads.dbf").upload()).isEqualTo(first.upload());
        pass(Duration.ofSeconds(2));
        assertThat(queued()).extracting(Upload::id).containsExactly(first.upload());
    }

    @Test
    void a_file_under_a_temporary_name_comes_in_by_its_renaming() throws IOException {
        put("roads.shp.part");
        put("roads.shx");
        put("roads.dbf");
        Receipt receipt = anna.rename("roads.shp.part", "roads.shp").orElseThrow();
        assertThat(receipt.stage()).isEqualTo(Receipt.Stage.GATHERING);
        pass(Duration.ofSeconds(2));
        assertThat(queued()).hasSize(1);
        assertThat(all()).hasSize(1);
    }

    @Test
    void a_broken_transfer_is_no_part_of_a_bundle_until_it_is_finished() throws IOException {
        put("roads.shx");
        put("roads.dbf");
        try (Transfer broken = anna.write("roads.shp", 0)) {
            broken.write(bytes("half"));
        }
        pass(Duration.ofMinutes(1));
        assertThat(queued()).isEmpty();
        assertThat(anna.find("roads.shp").orElseThrow().size()).isEqualTo(4);

        Transfer rest = anna.append("roads.shp");
        rest.write(bytes(" and half"));
        rest.commit();
        pass(Duration.ofSeconds(2));
        Upload upload = queued().get(0);
        assertThat(staging.read(upload.file("roads.shp").orElseThrow().blob(), 0))
                .hasContent("half and half");
    }

    @Test
    void going_on_with_a_complete_file_leaves_the_upload_made_of_it_alone() throws IOException {
        Receipt first = put("atlas.zip");
        Transfer more = anna.append("atlas.zip");
        more.write(bytes("!"));
        Receipt second = more.commit();
        assertThat(second.upload()).isNotEqualTo(first.upload());
        assertThat(content(first.upload())).isEqualTo("atlas.zip");
        assertThat(content(second.upload())).isEqualTo("atlas.zip!");
    }

    @Test
    void folders_keep_bundles_apart() throws IOException {
        anna.makeFolder("2023");
        anna.makeFolder("2024");
        put("2023/roads.shp");
        put("2024/roads.shx");
        put("2024/roads.dbf");
        pass(Duration.ofMinutes(1));
        assertThat(queued()).isEmpty();
        assertThat(anna.list("")).extracting(DropEntry::path).containsExactly("2023", "2024");
        assertThatThrownBy(() -> anna.removeFolder("2024")).isInstanceOf(DropRefused.class);
        assertThatThrownBy(() -> anna.write("2025/roads.shp", 0)).hasMessageContaining("no folder 2025");
    }

    @Test
    void what_is_refused_while_it_arrives_is_not_kept() throws IOException {
        look = new FirstLook() {
            private int seen;

            @Override
            public void see(ByteBuffer bytes) throws ArrivalRefused {
                seen += bytes.remaining();
                if (seen > 9 << 20) {
                    throw new ArrivalRefused(Problem.of(ProblemCode.FORMAT_UNSUPPORTED, "Hopeless."));
                }
            }

            @Override
            public void end() {}
        };
        Transfer transfer = anna.write("roads.zip", 0);
        transfer.write(ByteBuffer.allocate(9 << 20));
        assertThat(anna.find("roads.zip")).isPresent();
        assertThatThrownBy(() -> transfer.write(bytes("more"))).isInstanceOf(ArrivalRefused.class);
        transfer.close();

        assertThat(anna.find("roads.zip")).isEmpty();
        assertThat(all()).isEmpty();
        assertThat(staging.olderThan(Instant.now().plusSeconds(60), 10)).isEmpty();
    }

    @Test
    void a_look_that_refuses_at_the_end_keeps_a_file_out_of_its_bundle() throws IOException {
        look = new FirstLook() {
            @Override
            public void see(ByteBuffer bytes) {}

            @Override
            public void end() throws ArrivalRefused {
                throw new ArrivalRefused(Problem.of(ProblemCode.FORMAT_UNSUPPORTED, "Hopeless."));
            }
        };
        Transfer transfer = anna.write("roads.zip", 0);
        transfer.write(bytes("roads"));
        assertThatThrownBy(transfer::commit).hasMessageContaining("Hopeless.");
        transfer.close();

        assertThat(anna.list("")).isEmpty();
        assertThat(all()).isEmpty();
    }

    @Test
    void keeps_the_hash_of_a_file_that_is_renamed_into_its_bundle() throws IOException {
        put("roads.zip.part");
        anna.rename("roads.zip.part", "roads.zip");
        assertThat(all())
                .singleElement()
                .satisfies(upload -> assertThat(upload.files().get(0).sha256()).hasSize(64));
    }

    @Test
    void deleting_withdraws_from_an_open_bundle_and_takes_down_a_closed_one() throws IOException {
        put("roads.shp");
        anna.delete("roads.shp");
        assertThat(all()).isEmpty();
        Receipt zip = put("atlas.zip");
        anna.delete("atlas.zip");
        assertThat(takenDown).containsExactly(zip.upload());
        assertThat(anna.list("")).isEmpty();
    }

    @Test
    void a_folder_is_renamed_with_all_that_is_in_it() throws IOException {
        anna.makeFolder("a");
        anna.makeFolder("a/b");
        put("a/b/atlas.zip");
        anna.rename("a", "c");
        assertThat(anna.read("c/b/atlas.zip", 0)).hasContent("a/b/atlas.zip");
        assertThat(anna.find("a")).isEmpty();
        assertThatThrownBy(() -> anna.rename("c", "c/b/d")).isInstanceOf(DropRefused.class);
    }

    @Test
    void a_main_file_that_cannot_be_moved_stays_and_so_does_its_folder() throws IOException {
        anna.makeFolder("a");
        put("a/atlas.zip");
        objection = "It is being worked on.";
        assertThatThrownBy(() -> anna.rename("a/atlas.zip", "a/map.zip")).hasMessage(objection);
        assertThatThrownBy(() -> anna.rename("a", "b")).isInstanceOf(DropRefused.class);
        assertThat(anna.find("a/atlas.zip")).isPresent();
        assertThat(anna.find("b")).isEmpty();
    }

    @Test
    void owners_are_at_home_in_their_own_folder_and_an_administrator_sees_all() throws IOException {
        put("atlas.zip");
        DropFolder bert = folders().open(Owner.named("bert"), "ftp");
        assertThat(bert.list("")).isEmpty();
        assertThat(bert.find("incoming/anna/atlas.zip")).isEmpty();
        DropFolder admin = folders().open(new Owner("root", true, null), "ftp");
        assertThat(admin.list("")).extracting(DropEntry::path).containsExactly("incoming");
        assertThat(admin.list("incoming/anna")).extracting(DropEntry::path).containsExactly("atlas.zip");
        assertThat(admin.read("incoming/anna/atlas.zip", 0)).hasContent("atlas.zip");
    }

    private DropFolders folders() {
        return new DropFolders(
                clock, stores.transactions(), stores.drops(), staging, assembler, name -> look, new MainFiles() {
                    @Override
                    public void deleted(UploadId upload) {
                        takenDown.add(upload);
                    }

                    @Override
                    public Optional<String> moved(UploadId upload, String owner, String path) {
                        return Optional.of(objection).filter(o -> !o.isEmpty());
                    }
                });
    }

    private BundleAssembler newAssembler() {
        Journal journal = new Journal(clock, stores.transactions(), stores.uploads());
        Intake intake = new Intake(clock, ids, stores.transactions(), stores.uploads(), stores.tasks(), journal);
        Notices notices = new Notices(clock, ids, stores.notices(), stores.tasks(), true);
        LateParts late = new LateParts(
                ids,
                stores.uploads(),
                new PublishTasks(stores.tasks()),
                journal,
                notices,
                new CodeFiles(staging, new WordInspector()));
        return new BundleAssembler(
                clock, ids, stores.transactions(), stores.uploads(), journal, intake, late, Assembling.DEFAULT);
    }

    private Receipt put(String path) throws IOException {
        Transfer transfer = anna.write(path, 0);
        transfer.write(bytes(path));
        return transfer.commit();
    }

    private void pass(Duration time) {
        clock.advance(time);
        assembler.tick();
    }

    private List<Upload> queued() {
        return stores.uploads()
                .list(new UploadQuery(null, Set.of(UploadState.QUEUED), null, 100))
                .items();
    }

    private List<Upload> all() {
        return stores.uploads()
                .list(new UploadQuery(null, Set.copyOf(Arrays.asList(UploadState.values())), null, 100))
                .items();
    }

    private String content(UploadId upload) throws IOException {
        var blob = stores.uploads().find(upload).orElseThrow().files().get(0).blob();
        return new String(staging.read(blob, 0).readAllBytes(), UTF_8);
    }

    private static ByteBuffer bytes(String text) {
        return ByteBuffer.wrap(text.getBytes(UTF_8));
    }
}
