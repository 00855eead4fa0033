package org.batchuploader.ftp.tls;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import javax.net.ssl.KeyManager;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A server's certificate and key, read again when their files change: what is asked for next uses the newer ones, what is
 * open goes on with the older. Files that cannot be used are logged, and the ones before stay in use.
 */
public final class TlsKeys {
    private static final Logger LOG = LoggerFactory.getLogger(TlsKeys.class);
    private static final char[] NO_PASSWORD = new char[0];

    private final TlsFiles files;
    private List<String> seen;
    private Material material;

    private record Material(List<KeyManager> keys, List<TrustManager> authorities, X509Certificate certificate) {}

    /** @throws InvalidPem naming the file and what to do */
    public TlsKeys(TlsFiles files) throws IOException {
        this.files = files;
        this.seen = stamps();
        this.material = read();
    }

    /**
     * A context of its own for one control connection. Sessions and tickets live in a context, so nobody but this peer can
     * resume in it.
     */
    public synchronized SSLContext context() {
        refresh();
        try {
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(
                    material.keys().toArray(KeyManager[]::new),
                    material.authorities().toArray(TrustManager[]::new),
                    null);
            return context;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this Java has no TLS", e);
        }
    }

    /** Whether clients may show a certificate. */
    public boolean asksClients() {
        return files.clientAuthorities() != null;
    }

    /** The server's own certificate, as it is used now. */
    public synchronized X509Certificate certificate() {
        refresh();
        return material.certificate();
    }

    private void refresh() {
        List<String> now = stamps();
        if (now.equals(seen)) {
            return;
        }
        seen = now;
        try {
            material = read();
            LOG.atInfo().addKeyValue("file", files.certificate()).log("the certificate was read again");
        } catch (IOException e) {
            LOG.atError().log("the changed certificate is not used, the one before is: {}", e.getMessage());
        }
    }

    private Material read() throws IOException {
        List<X509Certificate> chain = Pem.certificates(files.certificate());
        PrivateKey key = Pem.privateKey(files.key());
        requirePair(chain.get(0), key);
        try {
            KeyStore store = empty();
            store.setKeyEntry("server", key, NO_PASSWORD, chain.toArray(Certificate[]::new));
            KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
            keys.init(store, NO_PASSWORD);
            return new Material(List.of(keys.getKeyManagers()), authorities(files.clientAuthorities()), chain.get(0));
        } catch (GeneralSecurityException e) {
            throw new InvalidPem(files.certificate(), "certificate and key cannot be used", e);
        }
    }

    private static List<TrustManager> authorities(@Nullable Path file) throws IOException, GeneralSecurityException {
        if (file == null) {
            return List.of();
        }
        KeyStore store = empty();
        int number = 0;
        for (X509Certificate certificate : Pem.certificates(file)) {
            store.setCertificateEntry("authority" + number++, certificate);
        }
        TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(store);
        return List.of(trust.getTrustManagers());
    }

    private static KeyStore empty() throws IOException, GeneralSecurityException {
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        return store;
    }

    /** Else the first client would find out. */
    private void requirePair(X509Certificate certificate, PrivateKey key) throws InvalidPem {
        byte[] text = {1, 2, 3};
        String algorithm =
                switch (key.getAlgorithm()) {
                    case "RSA" -> "SHA256withRSA";
                    case "EC" -> "SHA256withECDSA";
                    default -> "EdDSA";
                };
        try {
            Signature signature = Signature.getInstance(algorithm);
            signature.initSign(key);
            signature.update(text);
            byte[] signed = signature.sign();
            signature.initVerify(certificate.getPublicKey());
            signature.update(text);
            if (signature.verify(signed)) {
                return;
            }
        } catch (GeneralSecurityException e) {
            throw new InvalidPem(files.key(), "the key does not belong to " + files.certificate(), e);
        }
        throw new InvalidPem(files.key(), "the key does not belong to " + files.certificate());
    }

    /** What tells a file from the one that was there before, also when a link leads elsewhere. */
    private List<String> stamps() {
        List<String> stamps = new ArrayList<>();
        stamps.add(stamp(files.certificate()));
        stamps.add(stamp(files.key()));
        if (files.clientAuthorities() != null) {
            stamps.add(stamp(files.clientAuthorities()));
        }
        return stamps;
    }

    private static String stamp(Path file) {
        try {
            BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
            return attributes.lastModifiedTime() + " " + attributes.size() + " " + attributes.fileKey();
        } catch (IOException e) {
            return "none";
        }
    }
}
