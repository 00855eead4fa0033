package org.batchuploader.geonode.users;

import java.util.Locale;
import java.util.Optional;
import org.batchuploader.core.user.Login;
import org.batchuploader.core.user.Owner;
import org.batchuploader.core.user.UserName;
import org.batchuploader.geonode.client.Account;
import org.batchuploader.remote.RemoteException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** From GeoNode's accounts to ours. */
final class Answers {
    private static final Logger log = LoggerFactory.getLogger(Answers.class);

    private Answers() {}

    /** Empty for a name that no owner can have here. */
    static Optional<Owner> owner(Account account) {
        if (!UserName.isValid(account.username())) {
            log.atWarn()
                    .addKeyValue("length", account.username().length())
                    .log("a user of GeoNode has a name that cannot be used here");
            return Optional.empty();
        }
        return Optional.of(new Owner(account.username(), account.administrator(), account.email()));
    }

    /** Django says that an account is switched off to those who have its password, where it is configured to. */
    static Login unauthorised(RemoteException.Unauthorised no) {
        String sentence = no.getMessage() == null ? "" : no.getMessage().toLowerCase(Locale.ROOT);
        return sentence.contains("inactive") || sentence.contains("disabled")
                ? new Login.Disabled()
                : new Login.Refused();
    }
}
