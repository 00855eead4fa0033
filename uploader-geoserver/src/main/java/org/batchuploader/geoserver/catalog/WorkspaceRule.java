package org.batchuploader.geoserver.catalog;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.batchuploader.core.name.LayerName;
import org.batchuploader.core.publish.Publication;

/** Which workspace a layer goes to. Workspaces are made when they are needed, and stay. */
public sealed interface WorkspaceRule {
    /** One for all. */
    record One(String workspace) implements WorkspaceRule {
        public One {
            if (!workspace.matches("[A-Za-z_][\\w.-]*")) {
                throw new IllegalArgumentException("not a name for a workspace: \"" + workspace + "\"");
            }
        }

        @Override
        public String of(Publication publication) {
            return workspace;
        }
    }

    /**
     * One for each owner.
     *
     * @param prefix of its name
     */
    record PerOwner(String prefix) implements WorkspaceRule {
        @Override
        public String of(Publication publication) {
            return prefix + safe(publication.owner().name());
        }
    }

    /**
     * One for each group, see {@link Publication#group}.
     *
     * @param prefix of its name
     * @param otherwise the workspace of owners without a group
     */
    record PerGroup(String prefix, String otherwise) implements WorkspaceRule {
        @Override
        public String of(Publication publication) {
            return publication.group().map(name -> prefix + safe(name)).orElse(otherwise);
        }
    }

    /** The name of the workspace that it goes to. */
    String of(Publication publication);

    /** Whether layers may be in that workspace by this rule. */
    default boolean covers(String workspace) {
        if (this instanceof One one) {
            return workspace.equals(one.workspace());
        }
        if (this instanceof PerGroup group) {
            return workspace.startsWith(group.prefix()) || workspace.equals(group.otherwise());
        }
        return this instanceof PerOwner owner && workspace.startsWith(owner.prefix());
    }

    /**
     * A name for a workspace that no other word gets. What is changed on the way to it gets a fingerprint behind, and so does what
     * looks as if it had one: rights are given by workspace.
     */
    private static String safe(String word) {
        String plain = LayerName.from(word);
        if (plain.equals(word) && !word.matches(".*_[0-9a-f]{12}")) {
            return word;
        }
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(word.getBytes(StandardCharsets.UTF_8));
            return plain + "_" + HexFormat.of().formatHex(digest, 0, 6);
        } catch (NoSuchAlgorithmException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }
}
