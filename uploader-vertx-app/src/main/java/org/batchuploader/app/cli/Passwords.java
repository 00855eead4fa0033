package org.batchuploader.app.cli;

import java.io.Console;

/** Where a command gets a password from: never the command line, which others can see. */
final class Passwords {
    private Passwords() {}

    /** From {@code UPLOADER_PASSWORD}, else asked for at the terminal. */
    @SuppressWarnings("SystemConsoleNull") // later Java versions ask where no terminal is, and fail then
    static String of(String user) {
        String given = System.getenv("UPLOADER_PASSWORD");
        if (given != null) {
            return given;
        }
        Console console = System.console();
        if (console == null) {
            throw new CommandFailed("put the password of " + user + " into UPLOADER_PASSWORD");
        }
        return new String(console.readPassword("Password of %s: ", user));
    }
}
