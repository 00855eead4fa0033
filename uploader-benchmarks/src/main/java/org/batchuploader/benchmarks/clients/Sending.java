package org.batchuploader.benchmarks.clients;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.batchuploader.testkit.service.ApiClient;
import org.batchuploader.testkit.service.Service;

/** How somebody sends files: with curl over HTTP, curl over FTP, lftp. */
final class Sending {
    /** curl's exit code when its time is up. */
    static final int CUT = 28;

    private final URI http;
    private final String ftp;
    private final String login;

    private Sending(URI http, String ftp, String login) {
        this.http = http;
        this.ftp = ftp;
        this.login = login;
    }

    static Sending by(Service service) {
        return new Sending(
                service.http(),
                "ftp://127.0.0.1:" + service.ftp().getPort() + "/",
                service.user() + ":" + service.password());
    }

    /** Somebody else, made a user by an administrator. */
    Sending as(ApiClient administrator, String name, String password) throws Exception {
        int status = administrator.addUser(name, password);
        Case.require(status == 201, "adding a user was answered with " + status);
        return new Sending(http, ftp, name + ":" + password);
    }

    /** {@code curl -T}. What is answered, and the status at its very end. */
    Tool.Result http(Path file, String name) throws IOException, InterruptedException {
        return curl("-T", file.toString(), "--path-as-is", "-w", "%{http_code}", url(name));
    }

    /** The same, slowly, and given up before the end. */
    Tool.Result httpCut(Path file, String name) throws IOException, InterruptedException {
        return curl("-T", file.toString(), "--limit-rate", "2M", "--max-time", "2", url(name));
    }

    /** How many bytes of a file that was given up are there. */
    long httpOffset(String name) throws IOException, InterruptedException {
        String head = curl("--head", url("incomplete/" + name)).output();
        return head.lines()
                .filter(line -> line.toLowerCase(Locale.ROOT).startsWith("upload-offset:"))
                .map(line ->
                        Long.parseLong(line.substring(line.indexOf(':') + 1).strip()))
                .findFirst()
                .orElse(-1L);
    }

    /** {@code curl -C}. */
    Tool.Result httpFrom(Path file, String name, long offset) throws IOException, InterruptedException {
        return curl("-T", file.toString(), "-C", Long.toString(offset), "-w", "%{http_code}", url(name));
    }

    /** {@code curl -T} over FTP, a session for each file. The last reply's code is at the very end. */
    Tool.Result ftp(Path file, String name) throws IOException, InterruptedException {
        return curl("-T", file.toString(), "-w", "%{response_code}", ftp + name);
    }

    /** The same with commands before it hangs up. */
    Tool.Result ftpThen(Path file, String name, String... commands) throws IOException, InterruptedException {
        List<String> words = new ArrayList<>(List.of("-T", file.toString()));
        for (String command : commands) {
            words.addAll(List.of("-Q", "-" + command));
        }
        words.add(ftp + name);
        return curl(words.toArray(String[]::new));
    }

    /** Slowly, and given up before the end. */
    Tool.Result ftpCut(Path file, String name) throws IOException, InterruptedException {
        return curl("-T", file.toString(), "--limit-rate", "2M", "--max-time", "2", ftp + name);
    }

    /** Commands of lftp, one after the other in one session. */
    Tool.Result lftp(String... commands) throws IOException, InterruptedException {
        return Tool.run(
                "lftp",
                "-c",
                "set net:max-retries 2; set net:timeout 20; open -u " + login.replace(':', ',') + " " + ftp + "; "
                        + String.join("; ", commands));
    }

    private String url(String name) {
        return http + "api/v1/uploads/" + name;
    }

    private Tool.Result curl(String... words) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("curl", "-sS", "-u", login));
        command.addAll(List.of(words));
        return Tool.run(command);
    }
}
