package org.batchuploader.app.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import org.batchuploader.app.config.InvalidConfiguration;
import org.batchuploader.core.user.UserAccounts;
import org.batchuploader.ftp.FtpXml;
import org.batchuploader.jdbc.DatabaseInUse;
import org.batchuploader.jdbc.DatabaseUnreachable;
import org.batchuploader.jdbc.SchemaMismatch;
import org.batchuploader.rabbitmq.BrokerUnavailable;

/** What went wrong, in one sentence a person can act on; what nobody foresaw is named, for a report. */
final class Sentences {
    private Sentences() {}

    static String of(Exception e) {
        if (e instanceof UncheckedIOException unchecked && unchecked.getCause() != null) {
            return of(unchecked.getCause());
        }
        if (e instanceof FileSystemException file) {
            return file(file);
        }
        if (e instanceof DatabaseUnreachable unreachable) {
            return unreachable.getMessage()
                    + (unreachable.isLogin() ? "; see database.user and database.password" : "; see database.url");
        }
        if (e instanceof SchemaMismatch) {
            return e.getMessage() + "; see database.url";
        }
        String message = e.getMessage();
        return message != null && isExpected(e) ? message : e.toString();
    }

    private static boolean isExpected(Exception e) {
        return e instanceof InvalidConfiguration
                || e instanceof FtpXml.Invalid
                || e instanceof DatabaseInUse
                || e instanceof BrokerUnavailable
                || e instanceof UserAccounts.UnknownUser
                || e instanceof CommandFailed
                || e instanceof IOException
                || e instanceof IllegalArgumentException;
    }

    /** Their messages are often no more than the path. */
    private static String file(FileSystemException e) {
        if (e instanceof NoSuchFileException) {
            return "there is no file or folder " + e.getFile();
        }
        if (e instanceof AccessDeniedException) {
            return "this user may not read or write " + e.getFile();
        }
        if (e instanceof FileAlreadyExistsException) {
            return e.getFile() + " is there already and is no folder";
        }
        return e.getFile() + " cannot be used" + (e.getReason() == null ? "" : ": " + e.getReason());
    }
}
