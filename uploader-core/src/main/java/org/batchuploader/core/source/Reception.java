package org.batchuploader.core.source;

import java.util.function.Function;
import org.batchuploader.core.desk.Desk;
import org.batchuploader.core.drop.DropFolders;
import org.batchuploader.core.inspect.FirstLook;
import org.batchuploader.core.intake.BundleAssembler;
import org.batchuploader.core.intake.Intake;
import org.batchuploader.core.staging.StagingArea;
import org.batchuploader.core.user.Owner;
import org.batchuploader.core.user.UserDirectory;

/**
 * What a source works with.
 *
 * @param users who may come in
 * @param folders the folders that people see; what they leave there is assembled into bundles
 * @param assembler for files that come one by one without a folder of their own
 * @param intake for files that come all together
 * @param staging where bytes are put first
 * @param desks what an owner may see of deliveries and do with them
 * @param looks how a file of a name is looked at while it arrives; drop folders do so by themselves
 */
public record Reception(
        UserDirectory users,
        DropFolders folders,
        BundleAssembler assembler,
        Intake intake,
        StagingArea staging,
        Function<Owner, Desk> desks,
        Function<String, FirstLook> looks) {}
