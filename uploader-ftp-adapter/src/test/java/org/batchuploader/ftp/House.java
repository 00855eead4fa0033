package org.batchuploader.ftp;

import java.io.IOException;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.UnaryOperator;
import org.apache.commons.net.ftp.FTP;
import org.apache.commons.net.ftp.FTPClient;
import org.batchuploader.core.desk.Changes;
import org.batchuploader.core.desk.Desk;
import org.batchuploader.core.drop.DropEntry;
import org.batchuploader.core.drop.DropFolders;
import org.batchuploader.core.drop.MainFiles;
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
import org.batchuploader.core.memory.InMemory;
import org.batchuploader.core.notice.Notices;
import org.batchuploader.core.pipeline.CodeFiles;
import org.batchuploader.core.pipeline.PublishTasks;
import org.batchuploader.core.pipeline.Undo;
import org.batchuploader.core.source.Reception;
import org.batchuploader.core.staging.LocalStagingArea;
import org.batchuploader.core.staging.StagingArea;
import org.batchuploader.core.upload.Journal;
import org.batchuploader.core.upload.Upload;
import org.batchuploader.core.upload.UploadFile;
import org.batchuploader.core.upload.UploadQuery;
import org.batchuploader.core.user.Owner;
import org.batchuploader.core.user.UserDirectory;
import org.batchuploader.core.watch.QueueWatch;

/** A door with all that is behind it, in memory but for the bytes; nobody works on the queue. */
final class House implements AutoCloseable {
    static final String PASSWORD = "open sesame";
    static final FtpSettings SETTINGS = FtpSettings.DEFAULT
            .withPort(0)
            .withPassivePorts("0")
            .withServerAddress("127.0.0.1")
            .withIdleTimeout(Duration.ofSeconds(60))
            .withLimits(FtpLimits.DEFAULT.withSessions(40, 20, 30).withLoginDelay(Duration.ZERO));

    final InMemory memory;
    final List<UploadId> takenDown = new CopyOnWriteArrayList<>();
    final FtpSource source;

    /** The JDK closes a socket that nobody refers to any more, so a client that a test lets go would hang up at random. */
    private final List<FTPClient> clients = new CopyOnWriteArrayList<>();

    private House(Path folder, FtpSettings settings, UnaryOperator<StagingArea> wrap, UnaryOperator<UserDirectory> door)
            throws IOException {
        InstantSource clock = Clock.systemUTC();
        Ids ids = new Ids();
        memory = new InMemory(clock, ids);
        StagingArea staging = wrap.apply(new LocalStagingArea(folder, ids, 0));
        Journal journal = new Journal(clock, memory.transactions(), memory.uploads());
        Intake intake = new Intake(clock, ids, memory.transactions(), memory.uploads(), memory.tasks(), journal);
        PublishTasks publishing = new PublishTasks(memory.tasks());
        LateParts late = new LateParts(
                ids,
                memory.uploads(),
                publishing,
                journal,
                new Notices(clock, ids, memory.notices(), memory.tasks(), false),
                new CodeFiles(staging, new CodeInspector()));
        BundleAssembler assembler = new BundleAssembler(
                clock, ids, memory.transactions(), memory.uploads(), journal, intake, late, Assembling.DEFAULT);
        DropFolders folders = new DropFolders(
                clock,
                memory.transactions(),
                memory.drops(),
                staging,
                assembler,
                House::look,
                new Remembered(takenDown));
        memory.users().add(Owner.named("anna"), PASSWORD);
        memory.users().add(Owner.named("otto"), PASSWORD);
        memory.users().add(new Owner("root", true, null), PASSWORD);
        source = new FtpSource(settings, FtpAllowances.ALL, id -> URI.create("https://maps.example.org/uploads/" + id));
        Undo undo = new Undo(clock, memory.uploads(), memory.layers(), publishing);
        Desk.Shared desk = new Desk.Shared(
                clock,
                memory.transactions(),
                memory.uploads(),
                memory.layers(),
                memory.notices(),
                memory.tasks(),
                new CodeInspector(),
                new Changes(memory.uploads(), intake, publishing, undo, journal),
                new QueueWatch(clock, memory.tasks()));
        source.start(new Reception(
                door.apply(memory.users()),
                folders,
                assembler,
                intake,
                staging,
                owner -> new Desk(owner, desk),
                House::look));
    }

    /** Notes what was deleted; anything may be moved. */
    private record Remembered(List<UploadId> takenDown) implements MainFiles {
        @Override
        public void deleted(UploadId upload) {
            takenDown.add(upload);
        }

        @Override
        public Optional<String> moved(UploadId upload, String owner, String path) {
            return Optional.empty();
        }
    }

    /** Refuses programs, told by their first bytes. */
    private static FirstLook look(String fileName) {
        return new FirstLook() {
            private long seen;

            @Override
            public void see(ByteBuffer bytes) throws ArrivalRefused {
                if (seen == 0 && bytes.remaining() > 2 && bytes.getShort(bytes.position()) == 0x4D5A) {
                    throw new ArrivalRefused(
                            Problem.of(ProblemCode.FORMAT_UNSUPPORTED, fileName + " is a program, not a map."));
                }
                seen += bytes.remaining();
            }

            @Override
            public void end() {}
        };
    }

    static House at(Path folder) throws IOException {
        return new House(folder, SETTINGS, s -> s, u -> u);
    }

    static House with(Path folder, FtpSettings settings) throws IOException {
        return new House(folder, settings, s -> s, u -> u);
    }

    static House withStaging(Path folder, UnaryOperator<StagingArea> wrap) throws IOException {
        return new House(folder, SETTINGS, wrap, u -> u);
    }

    static House withUsers(Path folder, UserDirectory users) throws IOException {
        return new House(folder, SETTINGS, s -> s, u -> users);
    }

    int port() {
        return URI.create(source.addresses().get(0)).getPort();
    }

    FTPClient connect() throws IOException {
        FTPClient client = new FTPClient();
        client.setControlEncoding("UTF-8");
        client.setConnectTimeout(10_000);
        client.connect("127.0.0.1", port());
        clients.add(client);
        return client;
    }

    FTPClient client(String user) throws IOException {
        FTPClient client = connect();
        if (!client.login(user, PASSWORD)) {
            throw new IOException(client.getReplyString());
        }
        client.enterLocalPassiveMode();
        client.setFileType(FTP.BINARY_FILE_TYPE);
        return client;
    }

    /** Whether no command runs and every session's end is done with. */
    boolean idle() {
        return source.running() == 0;
    }

    List<Upload> uploads() {
        return memory.uploads().list(new UploadQuery(null, Set.of(), null, 100)).items();
    }

    List<String> fileNames() {
        return uploads().stream()
                .flatMap(u -> u.files().stream())
                .map(UploadFile::name)
                .toList();
    }

    Optional<DropEntry> entry(String owner, String path) {
        return memory.drops().find(owner, path);
    }

    @Override
    public void close() throws IOException {
        for (FTPClient client : clients) {
            client.disconnect();
        }
        source.close();
    }
}
