package dev.rapport.model.organisation;

import dev.rapport.model.problem.Location;
import dev.rapport.model.problem.Nearest;
import dev.rapport.model.problem.Problem;
import dev.rapport.model.problem.ProblemCollector;
import dev.rapport.model.problem.Problems;
import dev.rapport.model.problem.Quote;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;

/** Finds all that is wrong with the parts of an organisation, each at its place in the document. */
final class OrganisationCheck {

    private static final int LOWEST_LEVEL = 1;
    private static final int HIGHEST_LEVEL = 5;
    private static final String REPORTS_TO = "reportsTo";

    private final List<Department> departments;
    private final List<Role> roles;
    private final List<Member> members;
    private final List<Pool> pools;
    private final ReportingLines lines;
    private final Set<String> departmentIds;
    private final Set<String> roleIds;
    private final Set<String> memberIds;
    private final Set<String> poolIds;
    private final ProblemCollector problems = new ProblemCollector();

    OrganisationCheck(List<Department> departments, List<Role> roles, List<Member> members, List<Pool> pools) {
        this.departments = departments;
        this.roles = roles;
        this.members = members;
        this.pools = pools;
        this.lines = new ReportingLines(roles, members);
        this.departmentIds = ids(departments, Department::id);
        this.roleIds = ids(roles, Role::id);
        this.memberIds = ids(members, Member::id);
        this.poolIds = ids(pools, Pool::id);
    }

    Problems run() {
        Set<String> taken = new HashSet<>();
        unique("departments", departments, Department::id, new HashSet<>());
        unique("roles", roles, Role::id, new HashSet<>());
        unique("members", members, Member::id, taken);
        unique("pools", pools, Pool::id, taken);
        checkDepartments();
        checkRoles();
        for (int i = 0; i < members.size(); i++) {
            checkMember(members.get(i), at("members", i));
        }
        checkPools();
        checkTops();
        return problems.problems();
    }

    private void checkDepartments() {
        for (int i = 0; i < departments.size(); i++) {
            Location here = at("departments", i).child("head");
            departments.get(i).head().ifPresent(head -> known("member", head, memberIds, here));
        }
    }

    private void checkRoles() {
        for (int i = 0; i < roles.size(); i++) {
            Role role = roles.get(i);
            Location here = at("roles", i);
            known("department", role.department(), departmentIds, here.child("department"));
            role.reportsTo().ifPresent(above -> known("role", above, roleIds, here.child(REPORTS_TO)));
            role.profile().ifPresent(asked -> new RoleProfileCheck(problems).check(asked, here.child("profile")));
        }
        cycles("roles", ids(roles), lines::above);
    }

    static void checkLevel(int level, Location here, ProblemCollector problems) {
        if (level < LOWEST_LEVEL || level > HIGHEST_LEVEL) {
            problems.error(
                    "skill-level",
                    here,
                    "level must be between " + LOWEST_LEVEL + " and " + HIGHEST_LEVEL + ", was " + level);
        }
    }

    private void checkMember(Member member, Location here) {
        known("role", member.role(), roleIds, here.child("role"));
        member.department().ifPresent(id -> known("department", id, departmentIds, here.child("department")));
        member.reportsTo().ifPresent(manager -> known("member", manager, memberIds, here.child(REPORTS_TO)));
        checkManagerFromRoles(member, here);
        member.skills()
                .forEach(
                        (skill, level) -> checkLevel(level, here.child("skills").child(skill), problems));
        if (member.hoursPerWeek().signum() < 0) {
            problems.error(
                    "negative-hours",
                    here.child("hoursPerWeek"),
                    "must be >= 0, was " + member.hoursPerWeek().toPlainString());
        }
        member.hourlyCost()
                .filter(cost -> cost.isNegative())
                .ifPresent(
                        cost -> problems.error("negative-cost", here.child("hourlyCost"), "must be >= 0, was " + cost));
        for (int p = 0; p < member.pools().size(); p++) {
            known("pool", member.pools().get(p), poolIds, here.child("pools").child(p));
        }
        if (member.joinedOn().isPresent()
                && member.leftOn().isPresent()
                && !member.joinedOn().get().isBefore(member.leftOn().get())) {
            problems.error(
                    "left-before-joined",
                    here.child("leftOn"),
                    "must be after joinedOn (" + member.joinedOn().get() + "), was "
                            + member.leftOn().get());
        }
    }

    private void checkManagerFromRoles(Member member, Location here) {
        if (member.reportsTo().isPresent() || member.leftOn().isPresent()) {
            return;
        }
        List<String> candidates =
                lines.candidates(member).stream().map(Member::id).toList();
        if (candidates.size() > 1) {
            problems.add(Problem.error(
                            "ambiguous-manager",
                            here.child(REPORTS_TO),
                            "must say to whom " + Quote.text(member.id()) + " reports: the role above is held by "
                                    + String.join(", ", candidates))
                    .withAdvice("Maybe \"reportsTo\": " + Quote.text(candidates.get(0))));
        }
    }

    private void checkPools() {
        Set<String> staffed = new HashSet<>();
        members.forEach(member -> staffed.addAll(member.pools()));
        for (int i = 0; i < pools.size(); i++) {
            Pool pool = pools.get(i);
            known("role", pool.role(), roleIds, at("pools", i).child("role"));
            if (!staffed.contains(pool.id())) {
                problems.add(Problem.error(
                                "empty-pool",
                                at("pools", i),
                                "must have a member, " + Quote.text(pool.id()) + " has none")
                        .withAdvice("Maybe name it in \"pools\" of those who are in it"));
            }
        }
    }

    private void checkTops() {
        if (members.isEmpty()) {
            problems.error("no-member", Location.NONE.child("members"), "must have at least one member, has none");
            return;
        }
        boolean circular =
                cycles("members", ids(members), id -> lines.member(id).flatMap(lines::managerOf));
        tops("roles", roles.stream().map(role -> role.reportsTo().isEmpty()).toList(), ids(roles));
        List<Boolean> top = members.stream().map(this::isTop).toList();
        tops("members", top, ids(members));
        if (!circular && !top.contains(true) && problems.errorCount() == 0) {
            problems.error("no-top", Location.NONE.child("members"), "must have one member who reports to nobody");
        }
    }

    private boolean isTop(Member member) {
        return member.leftOn().isEmpty()
                && member.reportsTo().isEmpty()
                && roleIds.contains(member.role())
                && lines.candidates(member).isEmpty();
    }

    private void tops(String list, List<Boolean> top, List<String> ids) {
        int first = top.indexOf(true);
        for (int i = first + 1; first >= 0 && i < top.size(); i++) {
            if (top.get(i) && !ids.get(i).equals(ids.get(first))) {
                problems.error(
                        "two-tops",
                        at(list, i).child(REPORTS_TO),
                        "must be there: " + Quote.text(ids.get(first)) + " is at the top already, and so would be "
                                + Quote.text(ids.get(i)));
            }
        }
    }

    /** Reports every cycle once, at its first element, with its path. */
    private boolean cycles(String list, List<String> ids, Function<String, Optional<String>> above) {
        Set<String> done = new HashSet<>();
        boolean found = false;
        for (String start : ids) {
            List<String> path = new ArrayList<>();
            Set<String> onPath = new HashSet<>();
            Optional<String> at = Optional.of(start);
            while (at.isPresent() && !done.contains(at.get()) && onPath.add(at.get())) {
                path.add(at.get());
                at = above.apply(at.get());
            }
            if (at.isPresent() && onPath.contains(at.get())) {
                found = true;
                report(list, ids, path.subList(path.indexOf(at.get()), path.size()));
            }
            done.addAll(path);
        }
        return found;
    }

    private void report(String list, List<String> ids, List<String> cycle) {
        int first = cycle.stream().mapToInt(ids::indexOf).min().orElseThrow();
        int shift = cycle.indexOf(ids.get(first));
        List<String> path = new ArrayList<>(cycle.subList(shift, cycle.size()));
        path.addAll(cycle.subList(0, shift));
        path.add(path.get(0));
        problems.error(
                "reporting-cycle",
                at(list, first).child(REPORTS_TO),
                "reporting lines must not go in a circle, was " + String.join(" -> ", path));
    }

    private <T> void unique(String list, List<T> parts, Function<T, String> id, Set<String> taken) {
        Map<String, Integer> own = new HashMap<>();
        for (int i = 0; i < parts.size(); i++) {
            String found = id.apply(parts.get(i));
            Location here = at(list, i).child("id");
            if (found.isBlank()) {
                problems.error("blank-id", here, "must not be blank");
            }
            Integer earlier = own.putIfAbsent(found, i);
            if (earlier != null) {
                problems.error(
                        "repeated-id",
                        here,
                        Quote.text(found) + " is already in /" + list + "/" + earlier + "; each may occur once");
            } else if (!taken.add(found)) {
                problems.error(
                        "repeated-id", here, Quote.text(found) + " is already a member; an owner is one or the other");
            }
        }
    }

    private void known(String what, String id, Collection<String> known, Location here) {
        if (!known.contains(id)) {
            problems.add(Problem.error(
                            "unknown-" + what,
                            here,
                            "unknown " + what + " " + Quote.text(id) + "; known: " + new TreeSet<>(known))
                    .withAdvice(Nearest.advice(id, known)));
        }
    }

    private static <T> Set<String> ids(List<T> parts, Function<T, String> id) {
        Set<String> ids = new HashSet<>();
        parts.forEach(part -> ids.add(id.apply(part)));
        return ids;
    }

    private static List<String> ids(List<?> parts) {
        return parts.stream()
                .map(part -> part instanceof Role role ? role.id() : ((Member) part).id())
                .toList();
    }

    private static Location at(String list, int index) {
        return Location.NONE.child(list).child(index);
    }
}
