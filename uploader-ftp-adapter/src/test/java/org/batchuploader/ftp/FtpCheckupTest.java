package org.batchuploader.ftp;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.List;
import org.batchuploader.core.doctor.Finding;
import org.batchuploader.core.doctor.Verdict;
import org.batchuploader.ftp.tls.TlsFiles;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FtpCheckupTest {
    private static final FtpSettings OPEN =
            House.SETTINGS.withEnabled(true).withPassivePorts("42100-42140").withServerAddress("127.0.0.1");

    @TempDir
    Path folder;

    @Test
    void ports_that_an_address_leads_to_are_reached() {
        assertThat(found(OPEN, "127.0.0.1", "passive ports by 127.0.0.1").verdict())
                .isEqualTo(Verdict.GOOD);
    }

    @Test
    void ports_that_it_does_not_lead_to_are_explained() {
        Finding finding = found(OPEN, "127.0.0.2", "passive ports by 127.0.0.2");
        assertThat(finding.verdict()).isEqualTo(Verdict.BAD);
        assertThat(finding.found()).startsWith("none of [42100,").endsWith("42140] can be reached");
        assertThat(finding.remedy()).startsWith("Open and forward 42100-42140/tcp to this machine");
    }

    @Test
    void of_ports_that_others_hold_nothing_is_said() throws IOException {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            FtpSettings settings = OPEN.withPassivePorts(String.valueOf(taken.getLocalPort()));
            assertThat(found(settings, "127.0.0.1", "passive ports by 127.0.0.1")
                            .found())
                    .startsWith("all that were tried are in use");
            assertThat(found(settings, "127.0.0.1", "passive ports").verdict()).isEqualTo(Verdict.BAD);
        }
    }

    @Test
    void a_certificate_is_looked_at() throws Exception {
        Certificate certificate = Certificate.make(folder, "EC");
        FtpRules rules = FtpRules.DEFAULT.withTls(new FtpTls(certificate.files()));
        assertThat(found(OPEN.withRules(rules), "127.0.0.1", "TLS").found()).startsWith("CN=localhost until 20");
        TlsFiles none = new TlsFiles(folder.resolve("none.pem"), certificate.key(), null);
        Finding bad = found(OPEN.withRules(FtpRules.DEFAULT.withTls(new FtpTls(none))), "127.0.0.1", "TLS");
        assertThat(bad.verdict()).isEqualTo(Verdict.BAD);
        assertThat(bad.found()).endsWith("none.pem: it cannot be read");
    }

    private static Finding found(FtpSettings settings, String by, String what) {
        List<Finding> findings = new FtpCheckup(settings, by).examine();
        return findings.stream().filter(f -> f.what().equals(what)).findFirst().orElseThrow();
    }
}
