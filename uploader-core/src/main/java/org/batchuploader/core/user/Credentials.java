package org.batchuploader.core.user;

/**
 * What somebody presents to log in.
 *
 * @param address the peer's IP address, for throttling and the log
 */
public record Credentials(String name, String password, String address) {
    @Override
    public String toString() {
        return "Credentials[name=" + name + ", address=" + address + "]";
    }
}
