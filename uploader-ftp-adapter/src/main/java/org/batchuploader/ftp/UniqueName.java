package org.batchuploader.ftp;

import java.util.function.Predicate;
import org.batchuploader.core.bundle.PartName;
import org.batchuploader.core.name.DropPath;

/** A path that nothing has yet, with a number before the extension where it needs one. */
final class UniqueName {
    private UniqueName() {}

    static String of(String wanted, Predicate<String> taken) {
        String name = DropPath.nameOf(wanted);
        String base = PartName.of(name).base();
        String rest = name.substring(base.length());
        String path = wanted;
        for (int number = 2; taken.test(path); number++) {
            path = DropPath.join(DropPath.folderOf(wanted), base + "-" + number + rest);
        }
        return path;
    }
}
