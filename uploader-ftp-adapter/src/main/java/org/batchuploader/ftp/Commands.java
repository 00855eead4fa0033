package org.batchuploader.ftp;

import org.apache.ftpserver.command.CommandFactory;
import org.apache.ftpserver.command.CommandFactoryFactory;
import org.apache.ftpserver.command.impl.ABOR;
import org.apache.ftpserver.command.impl.CDUP;
import org.apache.ftpserver.command.impl.CWD;
import org.apache.ftpserver.command.impl.LIST;
import org.apache.ftpserver.command.impl.MDTM;
import org.apache.ftpserver.command.impl.MLSD;
import org.apache.ftpserver.command.impl.MLST;
import org.apache.ftpserver.command.impl.MODE;
import org.apache.ftpserver.command.impl.NLST;
import org.apache.ftpserver.command.impl.NOOP;
import org.apache.ftpserver.command.impl.PWD;
import org.apache.ftpserver.command.impl.QUIT;
import org.apache.ftpserver.command.impl.REST;
import org.apache.ftpserver.command.impl.RETR;
import org.apache.ftpserver.command.impl.SIZE;
import org.apache.ftpserver.command.impl.STAT;
import org.apache.ftpserver.command.impl.STRU;
import org.apache.ftpserver.command.impl.SYST;
import org.batchuploader.core.staging.StagingArea;
import org.batchuploader.ftp.Hashing.Algorithm;

/** The commands of the door: FtpServer's where they only read, ours where something changes or is told. */
final class Commands {
    private Commands() {}

    static CommandFactory of(
            LogIn logIn, Receive receive, FolderCommands folder, Site site, StagingArea staging, Live live) {
        Securing securing = new Securing(live);
        Outbound outbound = new Outbound(securing);
        DataConnections connections = new DataConnections(live, new ExternalAddress());
        CommandFactoryFactory factory = new CommandFactoryFactory();
        factory.setUseDefaultCommands(false);
        reading(factory);
        factory.addCommand("PASS", logIn);
        factory.addCommand("USER", new Identify(securing));
        factory.addCommand("AUTH", securing::authenticate);
        factory.addCommand("PBSZ", securing::bufferSize);
        factory.addCommand("PROT", securing::protection);
        factory.addCommand("CCC", securing::clearControl);
        factory.addCommand("FEAT", new Features(live)::tell);
        asking(factory, staging);
        factory.addCommand("PASV", connections::passive);
        factory.addCommand("EPSV", connections::extendedPassive);
        factory.addCommand("PORT", Refusals.told(connections::port));
        factory.addCommand("EPRT", Refusals.told(connections::extendedPort));
        factory.addCommand("STOR", Refusals.told(outbound.arranged(receive.store())));
        factory.addCommand("APPE", Refusals.told(outbound.arranged(receive.append())));
        factory.addCommand("STOU", outbound.arranged(receive.storeUnique()));
        factory.addCommand("RETR", outbound.sends(new RETR()));
        factory.addCommand("LIST", outbound.sends(new LIST()));
        factory.addCommand("NLST", outbound.sends(new NLST()));
        factory.addCommand("MLSD", outbound.sends(new MLSD()));
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

    private static void asking(CommandFactoryFactory factory, StagingArea staging) {
        Hashing hashing = new Hashing();
        Niceties niceties = new Niceties(staging, hashing);
        factory.addCommand("ALLO", Refusals.told(niceties::allocate));
        factory.addCommand("AVBL", niceties::available);
        factory.addCommand("MFMT", Refusals.told(niceties::modified));
        factory.addCommand("HOST", niceties::host);
        factory.addCommand("CLNT", niceties::client);
        factory.addCommand("OPTS", Refusals.told(niceties::options));
        factory.addCommand("TYPE", Refusals.told(niceties::type));
        factory.addCommand("HASH", Refusals.told(hashing::hash));
        // FtpServer takes a command's X off: these are XCRC and its like
        factory.addCommand("CRC", hashing.of(Algorithm.CRC32));
        factory.addCommand("MD5", hashing.of(Algorithm.MD5));
        factory.addCommand("SHA1", hashing.of(Algorithm.SHA_1));
        factory.addCommand("SHA256", hashing.of(Algorithm.SHA_256));
        factory.addCommand("SHA512", hashing.of(Algorithm.SHA_512));
    }

    private static void reading(CommandFactoryFactory factory) {
        factory.addCommand("ABOR", new ABOR());
        factory.addCommand("CDUP", new CDUP());
        factory.addCommand("CWD", new CWD());
        factory.addCommand("MDTM", new MDTM());
        factory.addCommand("MLST", new MLST());
        factory.addCommand("MODE", new MODE());
        factory.addCommand("NOOP", new NOOP());
        factory.addCommand("PWD", new PWD());
        factory.addCommand("QUIT", new QUIT());
        factory.addCommand("REST", new REST());
        factory.addCommand("SIZE", new SIZE());
        factory.addCommand("STAT", new STAT());
        factory.addCommand("STRU", new STRU());
        factory.addCommand("SYST", new SYST());
        factory.addCommand("XPWD", new PWD());
    }
}
