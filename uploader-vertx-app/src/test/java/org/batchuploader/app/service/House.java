package org.batchuploader.app.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.batchuploader.app.config.Configuration;
import org.batchuploader.app.config.ConfigurationLoader;
import org.batchuploader.ftp.FtpSettings;
import org.batchuploader.testkit.sample.SampleShapefile;
import org.batchuploader.testkit.sample.SampleZip;

/** The whole service in this process on a data folder of its own and any free port, with users anna and bert. */
public final class House implements AutoCloseable {
    private final Path folder;
    private final Service service;
    private final URI base;
    private final String password;

    private House(Path folder, Service service) {
        this.folder = folder;
        this.service = service;
        this.base = URI.create(service.addresses().get(0));
        this.password = service.firstPassword().orElseThrow();
    }

    /** @param options keys and values as in the configuration's file, {@code limits.filesPerUpload} and {@code 3} */
    public static House open(Path folder, Object... options) throws IOException, InterruptedException {
        House house = new House(
                folder,
                Service.start(
                        configuration(folder, options),
                        FtpSettings.DEFAULT.withEnabled(false),
                        EnumSet.allOf(Role.class)));
        for (String name : List.of("anna", "bert")) {
            var answer = house.admin().json("POST", "/api/v1/admin/users", house.account(name));
            assertThat(answer.statusCode()).isEqualTo(201);
        }
        return house;
    }

    private static Configuration configuration(Path folder, Object... options) {
        ConfigurationLoader loader = new ConfigurationLoader()
                .option("data.folder", folder.resolve("data"), "the test")
                .option("http.port", 0, "the test")
                .option("assembling.quiet", "200ms", "the test");
        for (int i = 0; i < options.length; i += 2) {
            loader.option((String) options[i], options[i + 1], "the test");
        }
        return loader.load().configuration();
    }

    private Map<String, String> account(String name) {
        return Map.of("name", name, "password", name + "-secret");
    }

    public URI base() {
        return base;
    }

    public Visitor admin() {
        return new Visitor(base, "admin:" + password);
    }

    public Visitor anna() {
        return new Visitor(base, "anna:anna-secret");
    }

    public Visitor bert() {
        return new Visitor(base, "bert:bert-secret");
    }

    /** Not logged in. */
    public Visitor stranger() {
        return new Visitor(base, null);
    }

    /** That shapefile in a zip beside the data folder. */
    public Path zip(SampleShapefile sample) throws IOException {
        return new SampleZip().files(parts(sample)).writeTo(folder.resolve(sample.base() + ".zip"));
    }

    /** That shapefile's parts beside the data folder. */
    public List<Path> parts(SampleShapefile sample) throws IOException {
        return sample.writeTo(Files.createDirectories(folder.resolve("sent").resolve(sample.base())));
    }

    public Path data() {
        return folder.resolve("data");
    }

    /** What lies in the staging area, by path, with its size. */
    public Map<Path, Long> staged() throws IOException {
        Map<Path, Long> staged = new LinkedHashMap<>();
        try (Stream<Path> walk = Files.walk(data().resolve("staging"))) {
            for (Path file : walk.filter(Files::isRegularFile).sorted().toList()) {
                staged.put(file, Files.size(file));
            }
        }
        return staged;
    }

    @Override
    public void close() {
        service.close();
    }
}
