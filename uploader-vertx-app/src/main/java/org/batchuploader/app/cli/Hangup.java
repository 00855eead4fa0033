package org.batchuploader.app.cli;

import java.lang.reflect.Proxy;

/**
 * {@code SIGHUP}, by which services are told to read their configuration again. Java has no official way to take it; where
 * this one is missing, the signal does what it always did.
 */
final class Hangup {
    private Hangup() {}

    /** @param work what to do at each */
    static void then(Runnable work) {
        try {
            Class<?> signal = Class.forName("sun.misc.Signal");
            Class<?> handler = Class.forName("sun.misc.SignalHandler");
            Object proxy = Proxy.newProxyInstance(
                    Hangup.class.getClassLoader(), new Class<?>[] {handler}, (self, method, arguments) -> {
                        if (method.getName().equals("handle")) {
                            work.run();
                            return null;
                        }
                        return switch (method.getName()) {
                            case "hashCode" -> System.identityHashCode(self);
                            case "equals" -> arguments != null && self == arguments[0];
                            default -> "SIGHUP";
                        };
                    });
            signal.getMethod("handle", signal, handler)
                    .invoke(null, signal.getConstructor(String.class).newInstance("HUP"), proxy);
        } catch (ReflectiveOperationException | IllegalArgumentException e) {
            // no such signal here, as on Windows
        }
    }
}
