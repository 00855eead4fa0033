package org.batchuploader.app.doctor;

import java.util.List;
import org.batchuploader.core.doctor.Checkup;
import org.batchuploader.core.doctor.Finding;

/** The Java that runs us, and its memory. */
final class MachineCheckup implements Checkup {
    private static final int OLDEST = 17;
    private static final long LEAST_MEGABYTES = 200;

    @Override
    public String system() {
        return "this machine";
    }

    @Override
    public List<Finding> examine() {
        return List.of(java(), memory());
    }

    private static Finding java() {
        String found = Runtime.version() + " on " + System.getProperty("os.name") + " " + System.getProperty("os.arch");
        return Runtime.version().feature() >= OLDEST
                ? Finding.good("Java", found)
                : Finding.bad("Java", found, "Install Java " + OLDEST + " or later.");
    }

    private static Finding memory() {
        long megabytes = Runtime.getRuntime().maxMemory() >> 20;
        String found =
                megabytes + " MB at most for the heap, " + Runtime.getRuntime().availableProcessors() + " processors";
        return megabytes >= LEAST_MEGABYTES
                ? Finding.good("memory", found)
                : Finding.warning("memory", found, "Give it more: JAVA_OPTS=-Xmx512m ./uploader serve");
    }
}
