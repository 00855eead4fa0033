package org.batchuploader.ftp;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.Base64;
import org.batchuploader.ftp.tls.TlsFiles;

/** A certificate for 127.0.0.1 that signs itself, and its key, as PEM files; made by the JDK's own tool. */
record Certificate(Path certificate, Path key) {
    private static final String PASSWORD = "changeit";

    /** @param algorithm {@code EC} or {@code RSA} */
    static Certificate make(Path folder, String algorithm) throws Exception {
        Path store = Files.createTempDirectory(folder, "pki").resolve("store.p12");
        Process keytool = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "keytool")
                                .toString(),
                        "-genkeypair",
                        "-alias",
                        "server",
                        "-keyalg",
                        algorithm,
                        "-validity",
                        "3650",
                        "-dname",
                        "CN=localhost",
                        "-ext",
                        "san=ip:127.0.0.1,dns:localhost",
                        "-keystore",
                        store.toString(),
                        "-storepass",
                        PASSWORD)
                .redirectErrorStream(true)
                .redirectOutput(store.resolveSibling("log").toFile())
                .start();
        if (keytool.waitFor() != 0) {
            throw new IOException(Files.readString(store.resolveSibling("log")));
        }
        Certificate made = new Certificate(store.resolveSibling("server.crt"), store.resolveSibling("server.key"));
        made.write(store);
        return made;
    }

    private void write(Path store) throws IOException, GeneralSecurityException {
        KeyStore keys = KeyStore.getInstance(store.toFile(), PASSWORD.toCharArray());
        Files.writeString(
                certificate, pem("CERTIFICATE", keys.getCertificate("server").getEncoded()));
        Files.writeString(
                key,
                pem("PRIVATE KEY", keys.getKey("server", PASSWORD.toCharArray()).getEncoded()));
    }

    static String pem(String kind, byte[] der) {
        return "-----BEGIN " + kind + "-----\n"
                + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(der) + "\n-----END " + kind + "-----\n";
    }

    TlsFiles files() {
        return new TlsFiles(certificate, key, null);
    }
}
