package dev.rapport.engagement.team;

import static java.util.Objects.requireNonNull;

import dev.rapport.model.organisation.Member;
import dev.rapport.model.organisation.Organisation;
import dev.rapport.model.organisation.Role;
import dev.rapport.model.organisation.RoleProfile;
import java.time.LocalDate;
import java.util.List;

/**
 * Who fits a role.
 *
 * @param role  the role, with a profile
 * @param holders  how well those fit who hold it, best first
 * @param others  who else fits and could hold it, best first
 */
public record RoleFits(Role role, List<Fit> holders, List<Fit> others) {

    /**
     * Copies the lists.
     *
     * @param role  the role
     * @param holders  how well those fit who hold it
     * @param others  who else fits
     */
    public RoleFits {
        requireNonNull(role, "role");
        holders = List.copyOf(holders);
        others = List.copyOf(others);
        if (role.profile().isEmpty()) {
            throw new IllegalArgumentException("role (" + role.id() + ") must have a profile.");
        }
    }

    /**
     * What the role asks for.
     *
     * @return its profile
     */
    public RoleProfile asked() {
        return role.profile().orElseThrow();
    }

    /**
     * Holds everybody against every role that has a profile.
     *
     * @param organisation  who works for us
     * @param date  the day
     * @return the roles with a profile, in the order of the organisation
     */
    public static List<RoleFits> of(Organisation organisation, LocalDate date) {
        List<Member> here = organisation.members().stream()
                .filter(member -> member.isActiveOn(date))
                .toList();
        return organisation.roles().stream()
                .filter(role -> role.profile().isPresent())
                .map(role -> of(role, here))
                .toList();
    }

    private static RoleFits of(Role role, List<Member> here) {
        List<Fit> holders = here.stream()
                .filter(member -> member.role().equals(role.id()))
                .map(member -> Fit.of(member, role))
                .sorted(Fit.BEST_FIRST)
                .toList();
        List<Fit> others = here.stream()
                .filter(member -> !member.role().equals(role.id()))
                .map(member -> Fit.of(member, role))
                .filter(Fit::fits)
                .sorted(Fit.BEST_FIRST)
                .toList();
        return new RoleFits(role, holders, others);
    }
}
