package org.batchuploader.ftp;

import java.util.ArrayList;
import java.util.List;
import org.apache.ftpserver.ftplet.FtpReply;
import org.apache.ftpserver.ftplet.FtpRequest;
import org.apache.ftpserver.impl.FtpIoSession;
import org.apache.ftpserver.impl.FtpServerContext;

/** {@code FEAT} (RFC 2389): what there is beyond RFC 959, as the door is set now. */
final class Features {
    private final Live live;

    Features(Live live) {
        this.live = live;
    }

    void tell(FtpIoSession session, FtpServerContext context, FtpRequest request) {
        List<String> lines = new ArrayList<>(List.of("Extensions supported"));
        if (live.keys() != null) {
            lines.addAll(List.of(" AUTH TLS", " PBSZ", " PROT"));
        }
        if (live.rules().active()) {
            lines.add(" EPRT");
        }
        lines.addAll(List.of(" AVBL", " CLNT", " EPSV", Hashing.feature(session), " HOST", " MDTM", " MFMT"));
        lines.addAll(List.of(" MLST Size*;Modify*;Type*;Perm;", " REST STREAM", " SIZE", " TVFS", " UTF8"));
        lines.addAll(List.of(" XCRC", " XMD5", " XSHA1", " XSHA256", " XSHA512", "End"));
        Refusals.reply(session, FtpReply.REPLY_211_SYSTEM_STATUS_REPLY, String.join("\n", lines));
    }
}
