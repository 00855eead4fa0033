package org.batchuploader.ftp;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import org.apache.commons.net.ftp.FTP;
import org.apache.commons.net.ftp.FTPClient;
import org.awaitility.Awaitility;
import org.batchuploader.core.Stores;
import org.batchuploader.core.Uploader;
import org.batchuploader.core.drop.Tidying;
import org.batchuploader.core.id.Ids;
import org.batchuploader.core.intake.Assembling;
import org.batchuploader.core.memory.InMemory;
import org.batchuploader.core.upload.Upload;
import org.batchuploader.core.upload.UploadState;
import org.batchuploader.core.user.Owner;

/** A whole uploader behind a door: what is delivered is worked on. */
final class Workshop implements AutoCloseable {
    final Uploader uploader;
    final FtpSource source;
    private final InMemory memory = new InMemory(Clock.systemUTC(), new Ids());
    private final List<FTPClient> clients = new CopyOnWriteArrayList<>();

    Workshop(Path folder) throws IOException {
        this(folder, FtpAllowances.ALL);
    }

    Workshop(Path folder, FtpAllowances allowances) throws IOException {
        for (String name : List.of("anna", "otto")) {
            memory.users().add(Owner.named(name), House.PASSWORD);
        }
        memory.users().add(new Owner("root", true, null), House.PASSWORD);
        uploader = Uploader.builder(folder, new CodeInspector())
                .users(memory.users())
                .stores(new Stores(
                        memory.transactions(),
                        memory.uploads(),
                        memory.layers(),
                        memory.notices(),
                        memory.drops(),
                        memory.tasks()))
                .assembling(new Assembling(Duration.ofMillis(50), Duration.ofMinutes(10)))
                .build();
        source = new FtpSource(House.SETTINGS, allowances, id -> URI.create("https://maps.example.org/uploads/" + id));
        source.start(uploader.reception());
    }

    FTPClient client(String user) throws IOException {
        FTPClient client = new FTPClient();
        client.setControlEncoding("UTF-8");
        client.connect("127.0.0.1", URI.create(source.addresses().get(0)).getPort());
        clients.add(client);
        client.login(user, House.PASSWORD);
        client.enterLocalPassiveMode();
        client.setFileType(FTP.BINARY_FILE_TYPE);
        return client;
    }

    /** Delivers a shapefile, of which nothing is read but one word. */
    static void deliver(FTPClient client, String path, String word) throws IOException {
        for (String part : List.of("shp", "shx", "dbf")) {
            put(client, path + "." + part, word);
        }
    }

    static String put(FTPClient client, String path, String content) throws IOException {
        client.storeFile(path, new ByteArrayInputStream(content.getBytes(UTF_8)));
        return client.getReplyString().strip();
    }

    static String get(FTPClient client, String path) throws IOException {
        var out = new ByteArrayOutputStream();
        client.retrieveFile(path, out);
        return out.toString(UTF_8);
    }

    static String site(FTPClient client, String arguments) throws IOException {
        client.sendCommand("SITE", arguments);
        return client.getReplyString().strip();
    }

    List<Upload> uploads(String owner) {
        return uploader.desk(Owner.named(owner)).list(Set.of(), null, 100).items();
    }

    /** Tidies as if so much time had passed. */
    void tidyAfter(Duration time, Duration keep) {
        InstantSource later = InstantSource.offset(Clock.systemUTC(), time);
        new Tidying(later, memory.transactions(), memory.drops(), memory.uploads(), keep).tidy();
    }

    /** Waits until the newest upload of that owner is in that state. */
    void await(String owner, UploadState state) {
        Awaitility.await()
                .untilAsserted(() -> assertThat(uploads(owner).get(0).state()).isEqualTo(state));
    }

    @Override
    public void close() throws IOException {
        for (FTPClient client : clients) {
            client.disconnect();
        }
        source.close();
        uploader.close();
    }
}
