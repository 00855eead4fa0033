package org.batchuploader.remote;

/** What kind of trouble an answer is that is no success. Each remote system says no in its own way. */
@FunctionalInterface
public interface Refusals {
    /** @param what was asked: method and path, without query and secrets */
    RemoteException of(String what, Answer answer);

    /** As HTTP means it (RFC 9110): 401, 404, 409; 408, 429 and 5xx may pass; every other status is a refusal. */
    static Refusals ofHttp(String system) {
        return (what, answer) -> {
            String sentence = RemoteSentence.of(answer);
            String message = sentence.isEmpty()
                    ? system + " answered " + what + " with status " + answer.status() + " and no reason"
                    : sentence;
            return switch (answer.status()) {
                case 401 -> new RemoteException.Unauthorised(system, unauthorised(system, what));
                case 404 -> new RemoteException.NotFound(system, message);
                case 409 -> new RemoteException.Conflict(system, message);
                case 408, 429 -> new RemoteException.Unavailable(system, message);
                default ->
                    answer.status() >= 500
                            ? new RemoteException.Unavailable(
                                    system, system + " answered " + what + " with status " + answer.status())
                            : new RemoteException.Refused(system, message);
            };
        };
    }

    private static String unauthorised(String system, String what) {
        return system + " does not accept the user name and password it is called with (status 401 on " + what + ")";
    }
}
