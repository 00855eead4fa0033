package org.batchuploader.geonetwork.iso;

import org.jspecify.annotations.Nullable;

/**
 * A person or an organisation and what it is to the data ({@code CI_ResponsibleParty}). One of the first three has to be
 * given.
 *
 * @param role of the code list {@code CI_RoleCode}: {@code pointOfContact}, {@code owner}, {@code author}, ...
 */
public record Party(
        @Nullable String individual,
        @Nullable String organisation,
        @Nullable String position,
        @Nullable String email,
        @Nullable String phone,
        String role) {

    /** An organisation or a person that answers questions. */
    public static Party contact(@Nullable String individual, @Nullable String organisation, @Nullable String email) {
        return new Party(individual, organisation, null, email, null, "pointOfContact");
    }

    /** The same in another role. */
    public Party as(String otherRole) {
        return new Party(individual, organisation, position, email, phone, otherRole);
    }

    boolean isNamed() {
        return isText(individual) || isText(organisation) || isText(position);
    }

    private static boolean isText(@Nullable String text) {
        return text != null && !text.isBlank();
    }
}
