package org.batchuploader.ftp;

import java.util.List;
import org.apache.ftpserver.ftplet.Authority;
import org.apache.ftpserver.ftplet.AuthorizationRequest;
import org.apache.ftpserver.ftplet.User;
import org.batchuploader.core.user.Owner;
import org.jspecify.annotations.Nullable;

/** An owner who is logged in, as FtpServer knows users. What owners may do is decided by their drop folder. */
record SessionUser(Owner owner) implements User {
    @Override
    public String getName() {
        return owner.name();
    }

    @Override
    public @Nullable String getPassword() {
        return null;
    }

    @Override
    public List<Authority> getAuthorities() {
        return List.of();
    }

    @Override
    public List<Authority> getAuthorities(Class<? extends Authority> kind) {
        return List.of();
    }

    @Override
    public AuthorizationRequest authorize(AuthorizationRequest request) {
        return request;
    }

    @Override
    public int getMaxIdleTime() {
        return 0;
    }

    @Override
    public boolean getEnabled() {
        return true;
    }

    @Override
    public String getHomeDirectory() {
        return "/";
    }
}
