package org.batchuploader.ftp;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

/** IP networks as they are usually written: {@code 10.0.0.0/8, 192.168.1.7, fd00::/8}. */
public final class Networks {
    public static final Networks NONE = new Networks("", List.of());

    private static final Pattern LITERAL = Pattern.compile("[0-9.]+|[0-9a-fA-F:.]*:[0-9a-fA-F:.]*");

    private final String text;
    private final List<Network> networks;

    private record Network(InetAddress first, int bits) {
        boolean contains(InetAddress asked) {
            byte[] address = first.getAddress();
            byte[] other = asked.getAddress();
            if (other.length != address.length) {
                return false;
            }
            for (int bit = 0; bit < bits; bit++) {
                int mask = 0x80 >> bit % Byte.SIZE;
                if ((address[bit / Byte.SIZE] & mask) != (other[bit / Byte.SIZE] & mask)) {
                    return false;
                }
            }
            return true;
        }
    }

    private Networks(String text, List<Network> networks) {
        this.text = text;
        this.networks = networks;
    }

    /** @throws IllegalArgumentException naming what is no network */
    public static Networks of(String text) {
        return new Networks(
                text.strip(),
                Arrays.stream(text.split(","))
                        .map(String::strip)
                        .filter(word -> !word.isEmpty())
                        .map(Networks::network)
                        .toList());
    }

    public boolean contains(InetAddress address) {
        return networks.stream().anyMatch(network -> network.contains(address));
    }

    public boolean isEmpty() {
        return networks.isEmpty();
    }

    private static Network network(String word) {
        String[] parts = word.split("/", 2);
        try {
            if (LITERAL.matcher(parts[0]).matches()) {
                InetAddress first = InetAddress.getByName(parts[0]);
                int longest = first.getAddress().length * Byte.SIZE;
                int bits = parts.length == 1 ? longest : Integer.parseInt(parts[1]);
                if (bits >= 0 && bits <= longest) {
                    return new Network(first, bits);
                }
            }
        } catch (UnknownHostException | NumberFormatException e) {
            throw new IllegalArgumentException(wrong(word), e);
        }
        throw new IllegalArgumentException(wrong(word));
    }

    private static String wrong(String word) {
        return "\"" + word + "\" is neither an IP address nor a network such as 10.0.0.0/8";
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Networks networks && networks.text.equals(text);
    }

    @Override
    public int hashCode() {
        return text.hashCode();
    }

    @Override
    public String toString() {
        return text;
    }
}
