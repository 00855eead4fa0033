package org.batchuploader.ftp;

import java.util.List;
import org.apache.ftpserver.command.Command;
import org.apache.ftpserver.command.CommandFactory;
import org.apache.ftpserver.command.CommandFactoryFactory;
import org.apache.ftpserver.command.impl.ABOR;
import org.apache.ftpserver.command.impl.CDUP;
import org.apache.ftpserver.command.impl.CWD;
import org.apache.ftpserver.command.impl.EPRT;
import org.apache.ftpserver.command.impl.EPSV;
import org.apache.ftpserver.command.impl.LIST;
import org.apache.ftpserver.command.impl.MDTM;
import org.apache.ftpserver.command.impl.MLSD;
import org.apache.ftpserver.command.impl.MLST;
import org.apache.ftpserver.command.impl.MODE;
import org.apache.ftpserver.command.impl.NLST;
import org.apache.ftpserver.command.impl.NOOP;
import org.apache.ftpserver.command.impl.OPTS;
import org.apache.ftpserver.command.impl.PASV;
import org.apache.ftpserver.command.impl.PORT;
import org.apache.ftpserver.command.impl.PWD;
import org.apache.ftpserver.command.impl.QUIT;
import org.apache.ftpserver.command.impl.REST;
import org.apache.ftpserver.command.impl.RETR;
import org.apache.ftpserver.command.impl.SIZE;
import org.apache.ftpserver.command.impl.STAT;
import org.apache.ftpserver.command.impl.STRU;
import org.apache.ftpserver.command.impl.SYST;
import org.apache.ftpserver.command.impl.TYPE;
import org.apache.ftpserver.command.impl.USER;
import org.apache.ftpserver.ftplet.DataType;
import org.apache.ftpserver.ftplet.FtpReply;

/** The commands of the door: FtpServer's where they only read, ours where something changes or is told. */
final class Commands {
    private static final String FEATURES = String.join(
            "\n",
            List.of(
                    "Extensions supported",
                    " EPRT",
                    " EPSV",
                    " MDTM",
                    " MLST Size*;Modify*;Type*;Perm;",
                    " REST STREAM",
                    " SIZE",
                    " TVFS",
                    " UTF8",
                    "End"));

    private Commands() {}

    static CommandFactory of(LogIn logIn, Receive receive, FolderCommands folder, Site site) {
        CommandFactoryFactory factory = new CommandFactoryFactory();
        factory.setUseDefaultCommands(false);
        reading(factory);
        factory.addCommand("PASS", logIn);
        factory.addCommand(
                "FEAT",
                (session, context, request) ->
                        Refusals.reply(session, FtpReply.REPLY_211_SYSTEM_STATUS_REPLY, FEATURES));
        factory.addCommand(
                "ALLO",
                (session, context, request) -> Refusals.reply(
                        session, FtpReply.REPLY_202_COMMAND_NOT_IMPLEMENTED, "No need to ask for room."));
        factory.addCommand("PASV", DataConnections.passive(new PASV()));
        factory.addCommand("EPSV", DataConnections.passive(new EPSV()));
        factory.addCommand("PORT", DataConnections.port(new PORT()));
        factory.addCommand("EPRT", DataConnections.extendedPort(new EPRT()));
        factory.addCommand("STOR", receive.store());
        factory.addCommand("APPE", receive.append());
        factory.addCommand("STOU", receive.storeUnique());
        factory.addCommand("RETR", asStored(new RETR()));
        factory.addCommand("RNFR", Refusals.told(folder::renameFrom));
        factory.addCommand("RNTO", Refusals.told(folder::renameTo));
        factory.addCommand("DELE", Refusals.told(folder::delete));
        factory.addCommand("MKD", Refusals.told(folder::makeFolder));
        factory.addCommand("XMKD", Refusals.told(folder::makeFolder));
        factory.addCommand("RMD", Refusals.told(folder::removeFolder));
        factory.addCommand("XRMD", Refusals.told(folder::removeFolder));
        factory.addCommand("SITE", site);
        return factory.createCommandFactory();
    }

    private static void reading(CommandFactoryFactory factory) {
        factory.addCommand("ABOR", new ABOR());
        factory.addCommand("CDUP", new CDUP());
        factory.addCommand("CWD", new CWD());
        factory.addCommand("LIST", new LIST());
        factory.addCommand("MDTM", new MDTM());
        factory.addCommand("MLSD", new MLSD());
        factory.addCommand("MLST", new MLST());
        factory.addCommand("MODE", new MODE());
        factory.addCommand("NLST", new NLST());
        factory.addCommand("NOOP", new NOOP());
        factory.addCommand("OPTS", new OPTS());
        factory.addCommand("PWD", new PWD());
        factory.addCommand("QUIT", new QUIT());
        factory.addCommand("REST", new REST());
        factory.addCommand("SIZE", new SIZE());
        factory.addCommand("STAT", new STAT());
        factory.addCommand("STRU", new STRU());
        factory.addCommand("SYST", new SYST());
        factory.addCommand("TYPE", new TYPE());
        factory.addCommand("USER", new USER());
        factory.addCommand("XPWD", new PWD());
    }

    /** Sends bytes as they are stored, whatever the {@code TYPE}. */
    private static Command asStored(Command command) {
        return (session, context, request) -> {
            DataType type = session.getDataType();
            session.setDataType(DataType.BINARY);
            try {
                command.execute(session, context, request);
            } finally {
                session.setDataType(type);
            }
        };
    }
}
