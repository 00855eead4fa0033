package org.batchuploader.core.source;

import org.batchuploader.core.drop.DropFolders;
import org.batchuploader.core.intake.BundleAssembler;
import org.batchuploader.core.intake.Intake;
import org.batchuploader.core.staging.StagingArea;
import org.batchuploader.core.user.UserDirectory;

/**
 * What a source works with.
 *
 * @param users who may come in
 * @param folders the folders that people see; what they leave there is assembled into bundles
 * @param assembler for files that come one by one without a folder of their own
 * @param intake for files that come all together
 * @param staging where bytes are put first
 */
public record Reception(
        UserDirectory users, DropFolders folders, BundleAssembler assembler, Intake intake, StagingArea staging) {}
