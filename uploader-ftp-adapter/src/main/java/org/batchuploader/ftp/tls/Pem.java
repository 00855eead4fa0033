package org.batchuploader.ftp.tls;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.spec.InvalidKeySpecException;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads PEM (RFC 7468): certificates, and private keys as PKCS #8 or as RSA's own PKCS #1. */
final class Pem {
    private static final int MOST_BYTES = 1 << 20;
    private static final List<String> ALGORITHMS = List.of("RSA", "EC", "EdDSA");
    private static final Pattern BLOCK =
            Pattern.compile("-----BEGIN ([A-Z0-9 ]+)-----([^-]*)-----END \\1-----", Pattern.DOTALL);

    /** What comes before the length of an RSA key in PKCS #8: version 0 and the algorithm (RFC 8017). */
    private static final byte[] RSA_IN_PKCS8 = {
        0x02,
        0x01,
        0x00,
        0x30,
        0x0D,
        0x06,
        0x09,
        0x2A,
        (byte) 0x86,
        0x48,
        (byte) 0x86,
        (byte) 0xF7,
        0x0D,
        0x01,
        0x01,
        0x01,
        0x05,
        0x00
    };

    private static final int SEQUENCE = 0x30;
    private static final int OCTET_STRING = 0x04;

    private Pem() {}

    /** In the order of the file; never none. */
    static List<X509Certificate> certificates(Path file) throws IOException {
        List<X509Certificate> found = new ArrayList<>();
        try {
            CertificateFactory factory = CertificateFactory.getInstance("X.509");
            Matcher block = BLOCK.matcher(text(file));
            while (block.find()) {
                if (block.group(1).endsWith("CERTIFICATE")) {
                    byte[] der = decoded(file, block.group(2));
                    found.add((X509Certificate) factory.generateCertificate(new ByteArrayInputStream(der)));
                }
            }
        } catch (CertificateException e) {
            throw new InvalidPem(file, "a certificate in it is damaged", e);
        }
        if (found.isEmpty()) {
            throw new InvalidPem(file, "there is no certificate in it (-----BEGIN CERTIFICATE-----)");
        }
        return List.copyOf(found);
    }

    static PrivateKey privateKey(Path file) throws IOException {
        Matcher block = BLOCK.matcher(text(file));
        while (block.find()) {
            switch (block.group(1)) {
                case "PRIVATE KEY" -> {
                    return key(file, decoded(file, block.group(2)));
                }
                case "RSA PRIVATE KEY" -> {
                    if (block.group(2).contains("ENCRYPTED")) {
                        throw withPassword(file);
                    }
                    return key(file, pkcs8(decoded(file, block.group(2))));
                }
                case "ENCRYPTED PRIVATE KEY" -> throw withPassword(file);
                case "EC PRIVATE KEY", "DSA PRIVATE KEY" ->
                    throw new InvalidPem(
                            file,
                            "this form of key is not read; write it as: openssl pkcs8 -topk8 -nocrypt -in " + file);
                default -> {
                    // a certificate, or parameters of a curve
                }
            }
        }
        throw new InvalidPem(file, "there is no private key in it (-----BEGIN PRIVATE KEY-----)");
    }

    private static PrivateKey key(Path file, byte[] pkcs8) throws IOException {
        for (String algorithm : ALGORITHMS) {
            try {
                return KeyFactory.getInstance(algorithm).generatePrivate(new PKCS8EncodedKeySpec(pkcs8));
            } catch (InvalidKeySpecException e) {
                // of another algorithm, perhaps
            } catch (GeneralSecurityException e) {
                throw new InvalidPem(file, "the key cannot be read", e);
            }
        }
        throw new InvalidPem(file, "the private key is damaged, or neither RSA, EC nor Ed25519");
    }

    private static byte[] pkcs8(byte[] rsa) {
        ByteArrayOutputStream inside = new ByteArrayOutputStream();
        inside.writeBytes(RSA_IN_PKCS8);
        inside.writeBytes(wrapped(OCTET_STRING, rsa));
        return wrapped(SEQUENCE, inside.toByteArray());
    }

    /** One element of DER (X.690). */
    private static byte[] wrapped(int tag, byte[] content) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(tag);
        int length = content.length;
        if (length < 0x80) {
            out.write(length);
        } else {
            int octets = (Integer.SIZE - Integer.numberOfLeadingZeros(length) + 7) / 8;
            out.write(0x80 | octets);
            for (int shift = (octets - 1) * 8; shift >= 0; shift -= 8) {
                out.write(length >> shift);
            }
        }
        out.writeBytes(content);
        return out.toByteArray();
    }

    private static String text(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            byte[] bytes = in.readNBytes(MOST_BYTES + 1);
            if (bytes.length > MOST_BYTES) {
                throw new InvalidPem(file, "it is larger than any certificate");
            }
            return new String(bytes, StandardCharsets.ISO_8859_1);
        } catch (InvalidPem e) {
            throw e;
        } catch (IOException e) {
            throw new InvalidPem(file, "it cannot be read", e);
        }
    }

    private static byte[] decoded(Path file, String base64) throws InvalidPem {
        try {
            return Base64.getMimeDecoder().decode(base64);
        } catch (IllegalArgumentException e) {
            throw new InvalidPem(file, "its Base64 is damaged", e);
        }
    }

    private static InvalidPem withPassword(Path file) {
        return new InvalidPem(file, "the key has a password; take it off with: openssl pkey -in " + file);
    }
}
