package org.batchuploader.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BrokerConfigurationTest {
    @TempDir
    Path folder;

    @SuppressWarnings("NullAway.Init") // set before each test
    private Path file;

    @BeforeEach
    void file() {
        file = folder.resolve("c.yaml");
    }

    @Test
    void a_broker_that_is_not_there_is_one_sentence_that_names_the_key() throws Exception {
        write("amqp://127.0.0.1:1");
        Shell.Result result = Shell.run("serve", "--data", folder.resolve("data"), "--config", file);
        assertThat(result.exitCode()).isEqualTo(1);
        assertThat(result.err().lines()).singleElement().asString().contains("queue.brokerUrl", "127.0.0.1:1");
    }

    @Test
    void doctor_says_what_to_do_about_it() throws Exception {
        write("amqp://127.0.0.1:1");
        Shell.Result result = Shell.run("doctor", "--data", folder.resolve("data"), "--config", file);
        assertThat(result.exitCode()).isEqualTo(1);
        assertThat(result.out()).contains("bad      broker: queue.brokerUrl", "See that the broker runs");
    }

    @Test
    void an_address_of_something_else_is_refused_and_one_with_a_password_too() throws Exception {
        write("http://127.0.0.1:5672");
        assertThat(Shell.run("config", "--config", file).err()).contains("queue.brokerUrl must be", "amqps://");
        write("amqp://uploader:hush@127.0.0.1");
        assertThat(Shell.run("config", "--config", file).err())
                .contains("queue.brokerUrl must not hold a user or a password")
                .doesNotContain("hush");
    }

    @Test
    void the_password_is_masked() throws Exception {
        write("amqps://broker.example.org/uploads");
        assertThat(Shell.run("config", "--config", file).out())
                .contains("brokerUrl: amqps://broker.example.org/uploads", "brokerPassword: \"***\"")
                .doesNotContain("geheim");
    }

    private void write(String address) throws Exception {
        Files.writeString(file, "queue: {brokerUrl: \"" + address + "\", brokerPassword: geheim}\n");
    }
}
