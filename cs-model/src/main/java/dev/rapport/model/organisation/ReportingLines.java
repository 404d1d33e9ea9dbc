package dev.rapport.model.organisation;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Who reports to whom: what a member says, else the holder of the next role up the line that anybody holds. Those who
 * have left or are leaving hold a role for nobody. Works on parts that may be wrong; the check says so.
 */
final class ReportingLines {

    private final Map<String, Role> roles = new LinkedHashMap<>();
    private final Map<String, Member> members = new LinkedHashMap<>();
    private final Map<String, List<Member>> holders = new HashMap<>();

    ReportingLines(List<Role> roles, List<Member> members) {
        roles.forEach(role -> this.roles.putIfAbsent(role.id(), role));
        for (Member member : members) {
            if (this.members.putIfAbsent(member.id(), member) == null
                    && member.leftOn().isEmpty()) {
                holders.computeIfAbsent(member.role(), absent -> new ArrayList<>())
                        .add(member);
            }
        }
    }

    Optional<Role> role(String id) {
        return Optional.ofNullable(roles.get(id));
    }

    Optional<Member> member(String id) {
        return Optional.ofNullable(members.get(id));
    }

    /** The role above, if it exists. */
    Optional<String> above(String role) {
        return role(role).flatMap(Role::reportsTo).filter(roles::containsKey);
    }

    /** The members of the next role up the line that anybody holds, or none at the top. */
    List<Member> candidates(Member member) {
        Set<String> seen = new HashSet<>();
        Optional<String> role = above(member.role());
        while (role.isPresent() && seen.add(role.get())) {
            List<Member> found = holders.getOrDefault(role.get(), List.of());
            if (!found.isEmpty()) {
                return found;
            }
            role = above(role.get());
        }
        return List.of();
    }

    /** The manager, if there is exactly one. */
    Optional<String> managerOf(Member member) {
        if (member.reportsTo().isPresent()) {
            return member.reportsTo().filter(members::containsKey);
        }
        List<Member> candidates = candidates(member);
        return candidates.size() == 1 ? Optional.of(candidates.get(0).id()) : Optional.empty();
    }
}
