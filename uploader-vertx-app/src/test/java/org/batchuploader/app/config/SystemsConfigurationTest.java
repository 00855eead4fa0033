package org.batchuploader.app.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SystemsConfigurationTest {
    @TempDir
    Path folder;

    @Test
    void with_nothing_said_the_stand_ins_do_it_all() throws Exception {
        Configuration configuration = read("");
        assertThat(configuration.catalog()).isInstanceOf(CatalogChoice.BuiltIn.class);
        assertThat(configuration.portal()).isInstanceOf(PortalChoice.BuiltIn.class);
        assertThat(configuration.metadata()).isInstanceOf(MetadataChoice.BuiltIn.class);
        assertThat(configuration.users()).isInstanceOf(UsersChoice.BuiltIn.class);
    }

    @Test
    void a_system_takes_part_when_its_address_is_given_and_any_may_be_left_out() throws Exception {
        Configuration configuration = read(
                """
                geoserver: {url: "http://gs.example/geoserver", password: a}
                publish: {portal: none}
                csw: {url: "http://csw.example/csw"}
                """);
        assertThat(configuration.catalog()).isInstanceOf(CatalogChoice.GeoServer.class);
        assertThat(configuration.portal()).isInstanceOf(PortalChoice.LeftOut.class);
        assertThat(configuration.metadata()).isInstanceOf(MetadataChoice.Csw.class);
        assertThat(read("publish: {catalog: none, metadata: none}").catalog())
                .isInstanceOf(CatalogChoice.LeftOut.class);
    }

    @Test
    void geoserver_reaches_the_database_as_we_do_unless_told_otherwise() throws Exception {
        String same =
                """
                geoserver: {url: "http://gs.example/geoserver", password: a, data: postgis}
                postgis: {host: db, password: b}
                """;
        var data = (CatalogChoice.Postgis) ((CatalogChoice.GeoServer) read(same).catalog()).data();
        assertThat(data.there()).isEqualTo(data.here());
        String other = same.replace("{host: db", "{host: db, hostThere: inner, userThere: reader, passwordThere: c");
        var seen =
                (CatalogChoice.Postgis) ((CatalogChoice.GeoServer) read(other).catalog()).data();
        assertThat(seen.there()).isEqualTo(new CatalogChoice.Connection("inner", 5432, "reader", new Secret("c")));
    }

    @Test
    void a_secret_may_be_in_a_file() throws Exception {
        Path secret = Files.writeString(folder.resolve("secret"), "hunter2\n");
        Configuration configuration =
                read("geoserver: {url: \"http://gs.example/geoserver\", passwordFile: \"" + secret + "\"}");
        assertThat(((CatalogChoice.GeoServer) configuration.catalog()).password())
                .isEqualTo(new Secret("hunter2"));
        assertThat(configuration.toString()).doesNotContain("hunter2");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    publish: {portal: joomla}                                             | publish.portal must be one of built-in, none, geonode; it is "joomla"
                    publish: {catalog: geoserver}                                         | geoserver.url needs a value
                    geoserver: {url: "http://gs.example/"}                                | geoserver.password needs a value, or geoserver.passwordFile the name of a file with it
                    geoserver: {url: "http://gs.example/", passwordFile: /none/at/all}    | geoserver.passwordFile must be a readable file of one line
                    geoserver: {url: "http://a:b@gs.example/", password: x}               | geoserver.url must not hold a user or a password; it is "http://***@gs.example/"
                    geoserver: {url: "ftp://gs.example/", password: x}                    | geoserver.url must be an address that begins with http:// or https://
                    geoserver: {url: "http://gs.example/", password: x, data: postgis}    | postgis.host needs a value
                    geoserver: {url: "http://gs.example/", password: x, data: shared-folder} | geoserver.sharedFolder needs a value
                    geonode: {url: "http://gn.example/", password: x}                     | geonode.way must be upload where there is no geoserver.url
                    users: {directory: geonode}                                           | geonode.url needs a value
                    users: {directory: geonode-database, databaseUrl: "jdbc:h2:x"}        | users.databaseUrl must begin with jdbc:postgresql:
                    database: {url: "postgres://u:p@db/x"}                                | database.url must begin with jdbc:
                    """)
    void a_wrong_value_is_one_sentence_that_names_its_key(String yaml, String sentence) {
        assertThatThrownBy(() -> read(yaml))
                .isInstanceOf(InvalidConfiguration.class)
                .hasMessageStartingWith(sentence);
    }

    @Test
    void two_catalogues_of_metadata_need_a_choice() {
        assertThatThrownBy(
                        () -> read(
                                """
                        geonetwork: {url: "http://net.example/", password: x}
                        csw: {url: "http://csw.example/"}
                        """))
                .hasMessageStartingWith("publish.metadata must be geonetwork or csw");
    }

    @Test
    void no_secret_is_printed_wherever_it_stands() throws Exception {
        Path file = Files.writeString(
                folder.resolve("c.yaml"),
                """
                database: {url: "jdbc:postgresql://db/uploader?user=u&password=hunter2&ssl=true"}
                users: {directory: geonode-database, databaseUrl: "jdbc:postgresql://u:hunter2@db/x", databasePassword: hunter2}
                geonode: {token: hunter2}
                """);
        var loaded = new ConfigurationLoader().file(file).load();
        assertThat(loaded.lines()).doesNotContain("hunter2").contains("password=***&ssl=true", "//***@db");
        assertThat(loaded.configuration().toString()).doesNotContain("hunter2");
    }

    private Configuration read(String yaml) throws Exception {
        Path file = Files.writeString(folder.resolve("c.yaml"), yaml);
        return new ConfigurationLoader().file(file).load().configuration();
    }
}
