package org.batchuploader.ftp;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.ftpserver.DataConnectionException;
import org.apache.ftpserver.ftplet.FtpReply;
import org.apache.ftpserver.ftplet.FtpRequest;
import org.apache.ftpserver.impl.FtpIoSession;
import org.apache.ftpserver.impl.FtpServerContext;

/**
 * The commands that arrange data connections (RFC 959, RFC 2428). Active ones lead to the peer only, and to no service of
 * its.
 */
final class DataConnections {
    private static final int LOWEST_ACTIVE_PORT = 1024;
    private static final int PASSIVE = FtpReply.REPLY_227_ENTERING_PASSIVE_MODE;
    private static final int EXTENDED_PASSIVE = 229;
    private static final int NO_CONNECTION = FtpReply.REPLY_425_CANT_OPEN_DATA_CONNECTION;
    private static final int OTHER_FAMILY = 522;
    private static final Pattern PORT = Pattern.compile("(\\d{1,3},\\d{1,3},\\d{1,3},\\d{1,3}),(\\d{1,3}),(\\d{1,3})");
    private static final Pattern EPRT = Pattern.compile("\\|([12])\\|([0-9a-fA-F.:]+)\\|(\\d{1,5})\\|");

    private final Live live;
    private final ExternalAddress external;

    DataConnections(Live live, ExternalAddress external) {
        this.live = live;
        this.external = external;
    }

    void passive(FtpIoSession session, FtpServerContext context, FtpRequest request) {
        session.resetState();
        if (onlyExtended(session)) {
            return;
        }
        try {
            InetSocketAddress listening = session.getDataConnection().initPassiveDataConnection();
            Optional<InetAddress> told = told(session, listening.getAddress());
            if (told.isEmpty()) {
                session.getDataConnection().closeDataConnection();
                Refusals.reply(session, NO_CONNECTION, "PASV knows IPv4 only; send EPSV.");
                return;
            }
            int port = listening.getPort();
            String numbers = told.get().getHostAddress().replace('.', ',') + "," + port / 256 + "," + port % 256;
            Refusals.reply(session, PASSIVE, "Entering Passive Mode (" + numbers + ")");
        } catch (DataConnectionException e) {
            Refusals.reply(session, NO_CONNECTION, e.getMessage());
        }
    }

    void extendedPassive(FtpIoSession session, FtpServerContext context, FtpRequest request) {
        session.resetState();
        String argument = request.hasArgument() ? request.getArgument().strip() : "";
        if (argument.equalsIgnoreCase("ALL")) {
            Control.of(session).extendedOnly();
            Refusals.reply(session, FtpReply.REPLY_200_COMMAND_OKAY, "Only EPSV from now on.");
            return;
        }
        String family = family(peer(session));
        if (!argument.isEmpty() && !argument.equals(family)) {
            otherFamily(session, family);
            return;
        }
        try {
            InetSocketAddress listening = session.getDataConnection().initPassiveDataConnection();
            Refusals.reply(
                    session, EXTENDED_PASSIVE, "Entering Extended Passive Mode (|||" + listening.getPort() + "|)");
        } catch (DataConnectionException e) {
            Refusals.reply(session, NO_CONNECTION, e.getMessage());
        }
    }

    void port(FtpIoSession session, FtpServerContext context, FtpRequest request) throws UnknownHostException {
        session.resetState();
        Matcher port = PORT.matcher(request.getArgument().strip());
        if (!port.matches()) {
            refuse(session, "PORT takes six numbers with commas between.");
        } else {
            int number = Integer.parseInt(port.group(2)) * 256 + Integer.parseInt(port.group(3));
            lead(session, port.group(1).replace(',', '.'), number);
        }
    }

    void extendedPort(FtpIoSession session, FtpServerContext context, FtpRequest request) throws UnknownHostException {
        session.resetState();
        Matcher eprt = EPRT.matcher(request.getArgument().strip());
        String family = family(peer(session));
        if (!eprt.matches()) {
            refuse(session, "EPRT takes |1|IPv4 address|port| or |2|IPv6 address|port|.");
        } else if (!eprt.group(1).equals(family)) {
            otherFamily(session, family);
        } else {
            lead(session, eprt.group(2), Integer.parseInt(eprt.group(3)));
        }
    }

    /** What a client is told to connect to; absent when it cannot be told in four numbers. */
    private Optional<InetAddress> told(FtpIoSession session, InetAddress listening) {
        String outside = live.settings().passiveExternalAddress();
        if (outside != null && !live.rules().insideNetworks().contains(peer(session))) {
            return external.of(outside);
        }
        InetAddress here = listening.isAnyLocalAddress()
                ? ((InetSocketAddress) session.getLocalAddress()).getAddress()
                : listening;
        return Optional.of(here).filter(Inet4Address.class::isInstance);
    }

    private void lead(FtpIoSession session, String address, int port) throws UnknownHostException {
        if (onlyExtended(session)) {
            return;
        }
        if (!live.rules().active()) {
            Refusals.reply(
                    session, FtpReply.REPLY_502_COMMAND_NOT_IMPLEMENTED, "This server connects to nobody; send EPSV.");
        } else if (!InetAddress.getByName(address).equals(peer(session))) {
            refuse(session, "Data connections lead to your own address only.");
        } else if (port < LOWEST_ACTIVE_PORT || port > PortRanges.HIGHEST) {
            refuse(session, "Data connections lead to ports from " + LOWEST_ACTIVE_PORT + " on only.");
        } else {
            session.getDataConnection().initActiveDataConnection(new InetSocketAddress(peer(session), port));
            Refusals.reply(session, FtpReply.REPLY_200_COMMAND_OKAY, "I will connect to you.");
        }
    }

    private static boolean onlyExtended(FtpIoSession session) {
        if (Control.of(session).isExtendedOnly()) {
            Refusals.reply(session, FtpReply.REPLY_503_BAD_SEQUENCE_OF_COMMANDS, "After EPSV ALL only EPSV is taken.");
            return true;
        }
        return false;
    }

    private static void otherFamily(FtpIoSession session, String family) {
        Refusals.reply(session, OTHER_FAMILY, "Network protocol not supported, use (" + family + ")");
    }

    private static String family(InetAddress address) {
        return address instanceof Inet4Address ? "1" : "2";
    }

    private static InetAddress peer(FtpIoSession session) {
        return ((InetSocketAddress) session.getRemoteAddress()).getAddress();
    }

    private static void refuse(FtpIoSession session, String sentence) {
        Refusals.reply(session, FtpReply.REPLY_501_SYNTAX_ERROR_IN_PARAMETERS_OR_ARGUMENTS, sentence);
    }
}
