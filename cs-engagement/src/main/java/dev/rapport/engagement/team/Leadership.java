package dev.rapport.engagement.team;

import dev.rapport.engagement.scope.Area;
import dev.rapport.engagement.scope.ScopePolicy;
import dev.rapport.model.organisation.Member;
import dev.rapport.model.organisation.Organisation;
import dev.rapport.model.organisation.Role;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Proposes one leader and a successor for each area of responsibility.
 *
 * <p>A leader fits the role. Of the ways to give as many areas as can be a leader, that one is taken in which as few as can
 * be lead a second area; of these the one that leaves most leads to those who hold them, then to those who do the work of
 * the area or are above them, then the one of the best fit in all, then whoever comes first in the organisation. A
 * successor is another person who fits, best one who leads nothing else, or if nobody does somebody of the reporting line:
 * who does the work of the area, or reports to its leader.
 */
final class Leadership {

    private static final int WHOLE = 1_000;

    /** Where somebody stands towards an area. */
    private enum Place {
        HOLDER("holds the role"),
        WORKER("does the work of the area"),
        ABOVE("is above those who do the work"),
        ELSEWHERE("works elsewhere");

        private final String words;

        Place(String words) {
            this.words = words;
        }

        /** Those of the area come before all others. */
        int rank() {
            return this == HOLDER ? 0 : this == ELSEWHERE ? 2 : 1;
        }
    }

    private final Organisation organisation;
    private final List<Area> areas;
    private final List<Member> people;
    private final List<Set<String>> lines = new ArrayList<>();
    private final List<String> roles = new ArrayList<>();
    private final List<Optional<List<Fit>>> fits = new ArrayList<>();
    private final long degreeUnit;
    private final long rankUnit;

    private Leadership(Organisation organisation, ScopePolicy policy, LocalDate date) {
        this.organisation = organisation;
        this.areas = policy.areas();
        this.people = organisation.members().stream()
                .filter(member -> member.isActiveOn(date))
                .toList();
        for (Member member : people) {
            Set<String> line = new HashSet<>();
            organisation.upTheLine(member.id()).forEach(above -> line.add(above.id()));
            lines.add(line);
        }
        for (Area area : areas) {
            Optional<Role> role = policy.leadOf(area.id()).flatMap(organisation::role);
            roles.add(role.map(Role::id).or(() -> policy.leadOf(area.id())).orElse(""));
            fits.add(role.filter(known -> known.profile().isPresent())
                    .map(known ->
                            people.stream().map(member -> Fit.of(member, known)).toList()));
        }
        this.degreeUnit = (long) areas.size() * people.size() + 1;
        this.rankUnit = (long) areas.size() * (WHOLE + 1) * degreeUnit + 1;
    }

    static List<AreaLeadership> of(Organisation organisation, ScopePolicy policy, LocalDate date) {
        return new Leadership(organisation, policy, date).run();
    }

    private List<AreaLeadership> run() {
        int[] leaders = Matching.of(costs(this::costOfLeader), people.size());
        int[] successors = Matching.of(costs((area, person) -> costOfSuccessor(area, person, leaders)), people.size());
        List<AreaLeadership> leaderships = new ArrayList<>();
        for (int area = 0; area < areas.size(); area++) {
            leaderships.add(leadership(area, leaders, successors));
        }
        return List.copyOf(leaderships);
    }

    /** What it costs that somebody leads an area, or follows there. */
    @FunctionalInterface
    private interface Cost {
        long of(int area, int person);
    }

    private long[][] costs(Cost cost) {
        long[][] costs = new long[areas.size()][people.size()];
        for (int area = 0; area < costs.length; area++) {
            for (int person = 0; person < costs[area].length; person++) {
                costs[area][person] = fits.get(area).isEmpty() ? Matching.NEVER : cost.of(area, person);
            }
        }
        return costs;
    }

    private long costOfLeader(int area, int person) {
        return fit(area, person).fits() ? cost(area, person, place(area, person).rank()) : Matching.NEVER;
    }

    private long costOfSuccessor(int area, int person, int[] leaders) {
        int leader = leaders[area];
        if (leader == Matching.NOBODY || leader == person) {
            return Matching.NEVER;
        }
        boolean couldFollow = anotherFits(area, leader) ? fit(area, person).fits() : isInLine(area, person, leader);
        return couldFollow ? cost(area, person, areaLedBy(person, leaders).isPresent() ? 1 : 0) : Matching.NEVER;
    }

    private boolean anotherFits(int area, int leader) {
        for (int person = 0; person < people.size(); person++) {
            if (person != leader && fit(area, person).fits()) {
                return true;
            }
        }
        return false;
    }

    private long cost(int area, int person, int rank) {
        return rank * rankUnit + (WHOLE - fit(area, person).thousandths()) * degreeUnit + person;
    }

    private Fit fit(int area, int person) {
        return fits.get(area).orElseThrow().get(person);
    }

    private boolean doesTheWork(int area, int person) {
        return areas.get(area).roles().contains(people.get(person).role());
    }

    private boolean isInLine(int area, int person, int leader) {
        return doesTheWork(area, person)
                || lines.get(person).contains(people.get(leader).id());
    }

    private Place place(int area, int person) {
        if (people.get(person).role().equals(roles.get(area))) {
            return Place.HOLDER;
        }
        if (doesTheWork(area, person)) {
            return Place.WORKER;
        }
        String id = people.get(person).id();
        for (int worker = 0; worker < people.size(); worker++) {
            if (doesTheWork(area, worker) && lines.get(worker).contains(id)) {
                return Place.ABOVE;
            }
        }
        return Place.ELSEWHERE;
    }

    private Optional<String> areaLedBy(int person, int[] leaders) {
        for (int area = 0; area < leaders.length; area++) {
            if (leaders[area] == person) {
                return Optional.of(areas.get(area).id());
            }
        }
        return Optional.empty();
    }

    private AreaLeadership leadership(int area, int[] leaders, int[] successors) {
        List<String> remarks = new ArrayList<>();
        int leader = leaders[area];
        int successor = successors[area];
        AreaLeadership.Builder leadership =
                new AreaLeadership.Builder().area(areas.get(area).id()).role(roles.get(area));
        if (leader == Matching.NOBODY) {
            remarks.add(whyNobody(area));
        } else {
            leadership.leader(new Nominee(fit(area, leader), why(area, leader, leaders, leaders)));
            others(area, leader, leaders)
                    .ifPresent(other -> remarks.add(
                            people.get(leader).id() + " leads " + other + " as well: nobody else who fits is free"));
            addFollower(area, leader, successor, leaders, remarks);
        }
        if (successor != Matching.NOBODY) {
            leadership.successor(new Nominee(fit(area, successor), why(area, successor, successors, leaders)));
        }
        return leadership.remarks(remarks).build();
    }

    private void addFollower(int area, int leader, int successor, int[] leaders, List<String> remarks) {
        if (successor == Matching.NOBODY) {
            remarks.add("nobody could follow " + people.get(leader).id()
                    + ": nobody else fits or is in the reporting line");
            return;
        }
        String id = people.get(successor).id();
        if (!fit(area, successor).fits()) {
            remarks.add(id + " could follow and does not fit yet: lacks "
                    + String.join(" and ", fit(area, successor).lacks()));
        }
        areaLedBy(successor, leaders).ifPresent(led -> remarks.add(id + " could follow and leads " + led));
    }

    /** The other areas that somebody leads. */
    private Optional<String> others(int area, int leader, int[] leaders) {
        List<String> others = new ArrayList<>();
        for (int other = 0; other < leaders.length; other++) {
            if (other != area && leaders[other] == leader) {
                others.add(areas.get(other).id());
            }
        }
        return others.isEmpty() ? Optional.empty() : Optional.of(String.join(" and ", others));
    }

    private String whyNobody(int area) {
        if (fits.get(area).isEmpty()) {
            return "role " + roles.get(area) + " has no profile that anybody could be held against";
        }
        Optional<Fit> nearest =
                fits.get(area).get().stream().sorted(Fit.BEST_FIRST).findFirst();
        return "nobody of " + people.size() + " fits as " + roles.get(area)
                + nearest.map(fit -> ": the nearest is " + fit.memberId() + ", who lacks "
                                + String.join(" and ", fit.lacks()))
                        .orElse("");
    }

    /** Where the person stands, how well it fits, and who else was there. */
    private String why(int area, int person, int[] chosen, int[] leaders) {
        Fit own = fit(area, person);
        Optional<Fit> other = fits.get(area).orElseThrow().stream()
                .filter(fit -> fit.fits()
                        && !fit.memberId().equals(own.memberId())
                        && !(chosen != leaders
                                && fit.memberId()
                                        .equals(people.get(leaders[area]).id())))
                .sorted(Fit.BEST_FIRST)
                .findFirst();
        return place(area, person).words + ", fits at " + degree(own) + "; "
                + other.map(fit -> beside(area, own, fit, chosen, leaders)).orElse("nobody else fits");
    }

    private String beside(int area, Fit own, Fit other, int[] chosen, int[] leaders) {
        boolean isBetter = other.thousandths() > own.thousandths();
        String words = other.memberId() + (isBetter ? " fits better, at " : " would be next, at ") + degree(other);
        int person = position(other);
        Optional<String> led = areaLedBy(person, leaders);
        if (led.isPresent()) {
            return words + ", and leads " + led.get();
        }
        Optional<String> taken = areaLedBy(person, chosen);
        return taken.isPresent()
                ? words + ", and is to follow in " + taken.get()
                : words + (isBetter ? ", and " + place(area, person).words : "");
    }

    private int position(Fit fit) {
        return people.indexOf(organisation.member(fit.memberId()).orElseThrow());
    }

    private static String degree(Fit fit) {
        return BigDecimal.valueOf(fit.thousandths(), 3).stripTrailingZeros().toPlainString();
    }
}
