package org.batchuploader.geonode.users;

import java.security.GeneralSecurityException;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;

/** Derives a key from a password (RFC 8018); it is what checking a password takes its time for. */
@FunctionalInterface
interface Pbkdf2 {
    byte[] derive(DjangoPassword.Form form, String password, byte[] salt, int rounds);

    /** As Java does it, the password in UTF-8. */
    static Pbkdf2 ofJava() {
        return (form, password, salt, rounds) -> {
            var spec = new PBEKeySpec(password.toCharArray(), salt, rounds, form.bytes * Byte.SIZE);
            try {
                return SecretKeyFactory.getInstance(form.algorithm)
                        .generateSecret(spec)
                        .getEncoded();
            } catch (GeneralSecurityException e) {
                throw new IllegalStateException("this Java has no " + form.algorithm, e);
            } finally {
                spec.clearPassword();
            }
        };
    }
}
