package org.batchuploader.ftp;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.ftpserver.command.Command;
import org.apache.ftpserver.ftplet.FtpReply;
import org.apache.ftpserver.impl.FtpIoSession;

/** Guards the commands that arrange data connections: active ones lead to the peer only, and to no service of its. */
final class DataConnections {
    private static final int LOWEST_ACTIVE_PORT = 1024;
    private static final Pattern PORT = Pattern.compile("(\\d{1,3},\\d{1,3},\\d{1,3},\\d{1,3}),(\\d{1,3}),(\\d{1,3})");
    private static final Pattern EPRT = Pattern.compile("\\|[12]\\|([0-9a-fA-F.:]+)\\|(\\d{1,5})\\|");

    private DataConnections() {}

    static Command passive(Command command) {
        return (session, context, request) -> {
            Control.of(session).passive(true);
            command.execute(session, context, request);
        };
    }

    /** {@code PORT}. */
    static Command port(Command command) {
        return Refusals.told((session, context, request) -> {
            Matcher port = PORT.matcher(request.getArgument().trim());
            if (!port.matches()) {
                refuse(session, "PORT takes six numbers with commas between.");
            } else {
                int number = Integer.parseInt(port.group(2)) * 256 + Integer.parseInt(port.group(3));
                if (mayLead(session, port.group(1).replace(',', '.'), number)) {
                    command.execute(session, context, request);
                }
            }
        });
    }

    /** {@code EPRT}. */
    static Command extendedPort(Command command) {
        return Refusals.told((session, context, request) -> {
            Matcher eprt = EPRT.matcher(request.getArgument().trim());
            if (!eprt.matches()) {
                refuse(session, "EPRT takes |1|IPv4 address|port| or |2|IPv6 address|port|.");
            } else if (mayLead(session, eprt.group(1), Integer.parseInt(eprt.group(2)))) {
                command.execute(session, context, request);
            }
        });
    }

    private static boolean mayLead(FtpIoSession session, String address, int port) throws UnknownHostException {
        var peer = ((InetSocketAddress) session.getRemoteAddress()).getAddress();
        if (!InetAddress.getByName(address).equals(peer)) {
            refuse(session, "Data connections lead to your own address only.");
            return false;
        }
        if (port < LOWEST_ACTIVE_PORT || port > PortRanges.HIGHEST) {
            refuse(session, "Data connections lead to ports from " + LOWEST_ACTIVE_PORT + " on only.");
            return false;
        }
        Control.of(session).passive(false);
        return true;
    }

    private static void refuse(FtpIoSession session, String sentence) {
        session.resetState();
        Refusals.reply(session, FtpReply.REPLY_501_SYNTAX_ERROR_IN_PARAMETERS_OR_ARGUMENTS, sentence);
    }
}
