package org.batchuploader.core.pipeline;

import java.util.List;
import java.util.Optional;
import org.batchuploader.core.id.NoticeId;
import org.batchuploader.core.notice.Notice;
import org.batchuploader.core.notice.NoticeStore;
import org.batchuploader.core.notice.Notifier;
import org.batchuploader.core.task.Claim;
import org.batchuploader.core.user.Owner;
import org.batchuploader.core.user.UserDirectory;

/** Brings a notice to its owner by every way there is besides the inbox. */
final class DeliverNotice {
    private final NoticeStore notices;
    private final UserDirectory users;
    private final List<Notifier> notifiers;
    private final Checkpoints checkpoints;

    DeliverNotice(NoticeStore notices, UserDirectory users, List<Notifier> notifiers, Checkpoints checkpoints) {
        this.notices = notices;
        this.users = users;
        this.notifiers = List.copyOf(notifiers);
        this.checkpoints = checkpoints;
    }

    void run(Claim claim, NoticeId id) {
        Optional<Notice> notice = notices.find(id);
        notice.ifPresent(n -> {
            Owner owner = users.find(n.owner()).orElseGet(() -> Owner.named(n.owner()));
            notifiers.forEach(notifier -> notifier.deliver(n, owner));
        });
        checkpoints.complete(claim, () -> {});
    }
}
