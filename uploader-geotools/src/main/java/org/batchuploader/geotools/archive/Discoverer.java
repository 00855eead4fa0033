package org.batchuploader.geotools.archive;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import org.batchuploader.core.bundle.PartName;
import org.batchuploader.core.inspect.DatasetInspector.Delivered;
import org.batchuploader.core.inspect.Discovery;
import org.batchuploader.core.inspect.Discovery.Found;
import org.batchuploader.core.inspect.PartSink;
import org.batchuploader.core.inspect.Problem;
import org.batchuploader.core.inspect.ProblemCode;
import org.batchuploader.geotools.format.Unsupported;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Finds the datasets of a delivery: loose files by their names, and those in archives. */
public final class Discoverer {
    private static final Logger LOG = LoggerFactory.getLogger(Discoverer.class);
    private final ArchiveLimits limits;

    public Discoverer(ArchiveLimits limits) {
        this.limits = limits;
    }

    /** A refused archive leaves its own problem; what was delivered beside it is found all the same. */
    public Discovery discover(List<Delivered> files, PartSink sink) throws IOException {
        var datasets = new ArrayList<Found>();
        var problems = new ArrayList<Problem>();
        var looking = new LookInside(sink);
        var loose = new Grouping(looking, false);
        boolean archives = false;
        for (Delivered file : files) {
            PartName name = PartName.of(file.file().name());
            if (name.isArchive()) {
                archives = true;
                archive(file, looking, datasets, problems);
            } else if (name.isOfDataset()) {
                looking.look(file);
                loose.add("", file.part());
            } else {
                loose.ignore(name.extension());
            }
        }
        datasets.addAll(loose.datasets());
        if (datasets.isEmpty() && problems.isEmpty()) {
            problems.add(nothing(files, loose, archives));
        }
        return new Discovery(datasets, problems);
    }

    private void archive(Delivered file, LookInside looking, List<Found> datasets, List<Problem> problems)
            throws IOException {
        String name = file.file().name();
        var grouping = new Grouping(looking, true);
        var budget = new Budget(
                limits, EntryName.printable(name), Files.size(file.file().path()));
        try {
            new Unpacker(limits, looking, budget, grouping).unpack(file.file().path(), name);
        } catch (ArchiveRefused e) {
            LOG.atInfo().addKeyValue("archive", name).setCause(e.getCause()).log("archive refused: {}", e.getMessage());
            problems.add(e.problem());
            return;
        } catch (IllegalArgumentException e) {
            LOG.atError().addKeyValue("archive", name).setCause(e).log("archive not understood");
            problems.add(
                    Problem.of(ProblemCode.ARCHIVE_DAMAGED, EntryName.printable(name) + " cannot be made sense of."));
            return;
        }
        List<Found> found = grouping.datasets();
        datasets.addAll(found);
        if (found.isEmpty()) {
            problems.add(
                    grouping.ignored().isEmpty()
                            ? Problem.of(ProblemCode.NO_DATASET, "%s is empty.".formatted(EntryName.printable(name)))
                            : Unsupported.inArchive(EntryName.printable(name), grouping.ignored()));
        }
    }

    private static Problem nothing(List<Delivered> files, Grouping loose, boolean archives) {
        if (loose.ignored().isEmpty() || archives) {
            return Problem.of(ProblemCode.NO_DATASET, "There is no dataset among %d files.".formatted(files.size()));
        }
        return Unsupported.problem(loose.ignored());
    }
}
