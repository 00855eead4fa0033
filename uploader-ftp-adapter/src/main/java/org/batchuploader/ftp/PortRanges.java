package org.batchuploader.ftp;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The grammar of passive ports: {@code 2300}, {@code 2300-2399}, {@code 2300-}, and several of them with commas. */
final class PortRanges {
    static final int HIGHEST = 65_535;

    private static final Pattern RANGE = Pattern.compile("(\\d{1,5})(?:\\s*(-)\\s*(\\d{1,5})?)?");

    private PortRanges() {}

    static void requireValid(String ports) {
        if (ports.trim().equals("0")) {
            return;
        }
        for (String range : ports.split(",", -1)) {
            Matcher matcher = RANGE.matcher(range.trim());
            if (!matcher.matches()) {
                throw wrong(ports, "\"" + range.trim() + "\" is neither a port nor a range such as 2300-2400 or 2300-");
            }
            int first = Integer.parseInt(matcher.group(1));
            int last = matcher.group(3) != null ? Integer.parseInt(matcher.group(3)) : first;
            if (first < 1 || last > HIGHEST || first > HIGHEST) {
                throw wrong(ports, "ports go from 1 to 65535");
            }
            if (last < first) {
                throw wrong(ports, "the range " + range.trim() + " runs backwards");
            }
        }
    }

    /** The first of those ports, each once; none where any free one is taken. */
    static List<Integer> first(String ports, int most) {
        if (ports.trim().equals("0")) {
            return List.of();
        }
        Set<Integer> found = new LinkedHashSet<>();
        for (String range : ports.split(",", -1)) {
            Matcher matcher = RANGE.matcher(range.trim());
            if (matcher.matches()) {
                int port = Integer.parseInt(matcher.group(1));
                int last = matcher.group(3) != null
                        ? Integer.parseInt(matcher.group(3))
                        : matcher.group(2) != null ? HIGHEST : port;
                for (; port <= last && found.size() < most; port++) {
                    found.add(port);
                }
            }
        }
        return List.copyOf(found);
    }

    private static IllegalArgumentException wrong(String ports, String why) {
        return new IllegalArgumentException("\"" + ports + "\" are no passive ports: " + why);
    }
}
