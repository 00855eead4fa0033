package org.batchuploader.ftp;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.function.Function;
import org.apache.ftpserver.command.Command;
import org.apache.ftpserver.ftplet.DefaultFtpReply;
import org.apache.ftpserver.ftplet.FtpReply;
import org.apache.ftpserver.ftplet.FtpRequest;
import org.apache.ftpserver.impl.FtpIoSession;
import org.apache.ftpserver.impl.FtpServerContext;
import org.apache.ftpserver.impl.ServerFtpStatistics;
import org.batchuploader.core.remote.RemoteUnavailable;
import org.batchuploader.core.user.Credentials;
import org.batchuploader.core.user.Login;
import org.batchuploader.core.user.Owner;
import org.batchuploader.core.user.UserDirectory;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** {@code PASS}: asks the user directory, and says why somebody may not come in. */
final class LogIn implements Command {
    private static final Logger LOG = LoggerFactory.getLogger(LogIn.class);
    private static final int CLOSING = FtpReply.REPLY_421_SERVICE_NOT_AVAILABLE_CLOSING_CONTROL_CONNECTION;

    private final UserDirectory users;
    private final Function<Owner, FolderView> views;
    private final Live live;
    private final Admissions admissions;

    LogIn(UserDirectory users, Function<Owner, FolderView> views, Live live, Admissions admissions) {
        this.users = users;
        this.views = views;
        this.live = live;
        this.admissions = admissions;
    }

    @Override
    public void execute(FtpIoSession session, FtpServerContext context, FtpRequest request) {
        session.resetState();
        if (session.isLoggedIn()) {
            answer(session, FtpReply.REPLY_202_COMMAND_NOT_IMPLEMENTED, "You are logged in already.");
            return;
        }
        String name = session.getUserArgument();
        if (name == null) {
            answer(session, FtpReply.REPLY_503_BAD_SEQUENCE_OF_COMMANDS, "Send USER first.");
            return;
        }
        String password = request.hasArgument() ? request.getArgument() : "";
        String address = address(session).getHostAddress();
        try {
            settle(session, context, users.login(new Credentials(name, password, address)));
        } catch (RemoteUnavailable e) {
            LOG.atWarn().addKeyValue("system", e.system()).setCause(e).log("a login could not be checked");
            leave(
                    session,
                    e.system() + " does not answer, so nobody can log in now; your password may well be right."
                            + " Try again in a few minutes.");
        }
    }

    private void settle(FtpIoSession session, FtpServerContext context, Login login) {
        if (login instanceof Login.Accepted accepted) {
            enter(session, (ServerFtpStatistics) context.getFtpStatistics(), accepted.owner());
        } else if (login instanceof Login.Disabled) {
            refuse(session, "This account is switched off; an administrator can switch it on.");
        } else if (login instanceof Login.Throttled throttled) {
            Duration wait = throttled.retryAfter();
            leave(session, "Too many failed logins; try again in " + Math.max(1, wait.toSeconds()) + " seconds.");
        } else {
            refuse(session, "The user name or the password is wrong.");
        }
    }

    private void enter(FtpIoSession session, ServerFtpStatistics statistics, Owner owner) {
        var user = new SessionUser(owner);
        if (statistics.getCurrentUserLoginNumber(user) >= live.limits().perUser()) {
            leave(
                    session,
                    "You have " + live.limits().perUser() + " sessions open, which is the most; close one first.");
            return;
        }
        admissions.succeeded(address(session));
        session.setUser(user);
        session.setUserArgument(null);
        session.setLogin(views.apply(owner));
        statistics.setLogin(session);
        LOG.atInfo().addKeyValue("owner", owner.name()).log("logged in over FTP");
        answer(session, FtpReply.REPLY_230_USER_LOGGED_IN, "Welcome, " + owner.name() + ".");
    }

    private void refuse(FtpIoSession session, String sentence) {
        admissions.failed(address(session));
        session.setUserArgument(null);
        session.increaseFailedLogins();
        session.getCloseFuture().awaitUninterruptibly(live.limits().loginDelay().toMillis());
        answer(session, FtpReply.REPLY_530_NOT_LOGGED_IN, sentence);
        if (session.getFailedLogins() >= live.limits().loginFailures()) {
            session.closeOnFlush();
        }
    }

    private static InetAddress address(FtpIoSession session) {
        return ((InetSocketAddress) session.getRemoteAddress()).getAddress();
    }

    private static void leave(FtpIoSession session, String sentence) {
        session.setUserArgument(null);
        answer(session, CLOSING, sentence);
        session.closeOnFlush();
    }

    private static void answer(FtpIoSession session, int code, String sentence) {
        session.write(new DefaultFtpReply(code, sentence));
    }
}
