package org.batchuploader.app.cli;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Arrays;
import picocli.CommandLine;

/** Runs commands in this process, as the program does. */
final class Shell {
    /** What a command said and how it ended. */
    record Result(int exitCode, String out, String err) {}

    private Shell() {}

    static Result run(Object... words) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        CommandLine line = Main.commandLine();
        line.setOut(new PrintWriter(out, true));
        line.setErr(new PrintWriter(err, true));
        int exitCode = line.execute(Arrays.stream(words).map(String::valueOf).toArray(String[]::new));
        return new Result(exitCode, out.toString(), err.toString());
    }
}
