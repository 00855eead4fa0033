package org.batchuploader.ftp;

import org.apache.ftpserver.ftplet.Authentication;
import org.apache.ftpserver.ftplet.AuthenticationFailedException;
import org.apache.ftpserver.ftplet.User;
import org.apache.ftpserver.ftplet.UserManager;
import org.jspecify.annotations.Nullable;

/** FtpServer's own users: none. {@link LogIn} asks the user directory instead. */
final class NoUserManager implements UserManager {
    @Override
    public @Nullable User getUserByName(String name) {
        return null;
    }

    @Override
    public String[] getAllUserNames() {
        return new String[0];
    }

    @Override
    public void delete(String name) {
        throw new UnsupportedOperationException("accounts are not kept over FTP");
    }

    @Override
    public void save(User user) {
        throw new UnsupportedOperationException("accounts are not kept over FTP");
    }

    @Override
    public boolean doesExist(String name) {
        return false;
    }

    @Override
    public User authenticate(Authentication authentication) throws AuthenticationFailedException {
        throw new AuthenticationFailedException("nobody logs in this way");
    }

    @Override
    public String getAdminName() {
        return "";
    }

    @Override
    public boolean isAdmin(String name) {
        return false;
    }
}
