package dev.rapport.engagement.team;

import dev.rapport.engagement.model.OwnerRule;
import dev.rapport.model.organisation.Member;
import dev.rapport.model.organisation.Organisation;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;

/** Adds up what the models of customers ask of skills. */
final class SkillNeeds {

    /** What is asked of: the pool, empty for those who hold the role. */
    private record Asked(String role, String pool, String skill) {}

    private static final Comparator<Asked> ORDER =
            Comparator.comparing(Asked::role).thenComparing(Asked::pool).thenComparing(Asked::skill);

    private final Organisation organisation;
    private final LocalDate date;
    private final Map<Asked, NavigableMap<Integer, List<BookCustomer>>> asked = new TreeMap<>(ORDER);

    SkillNeeds(Organisation organisation, LocalDate date) {
        this.organisation = organisation;
        this.date = date;
    }

    void add(BookCustomer customer) {
        for (OwnerRule rule : customer.rules()) {
            rule.skills()
                    .forEach((skill, level) -> asked.computeIfAbsent(
                                    new Asked(rule.role(), rule.pool().orElse(""), skill), absent -> new TreeMap<>())
                            .computeIfAbsent(level, absent -> new ArrayList<>())
                            .add(customer));
        }
    }

    List<SkillNeed> needs() {
        List<SkillNeed> needs = new ArrayList<>();
        asked.forEach((what, byLevel) -> byLevel.keySet().forEach(level -> needs.add(need(what, level, byLevel))));
        return needs;
    }

    private SkillNeed need(Asked what, int level, NavigableMap<Integer, List<BookCustomer>> byLevel) {
        List<BookCustomer> customers = byLevel.tailMap(level, true).values().stream()
                .flatMap(List::stream)
                .toList();
        List<Member> capable = candidates(what).stream()
                .filter(member -> member.level(what.skill()) >= level)
                .toList();
        TreeSet<String> segments = new TreeSet<>();
        customers.forEach(customer -> segments.add(customer.segment));
        return new SkillNeed.Builder()
                .role(what.role())
                .pool(Optional.of(what.pool()).filter(pool -> !pool.isEmpty()))
                .skill(what.skill())
                .level(level)
                .segments(segments)
                .customers((int)
                        customers.stream().map(BookCustomer::id).distinct().count())
                .hoursNeeded(customers.stream()
                        .map(customer -> customer.capacity(what.role()))
                        .reduce(BigDecimal.ZERO, BigDecimal::add))
                .capable(capable.stream().map(Member::id).toList())
                .hoursAvailable(capable.stream().map(Member::hoursPerYear).reduce(BigDecimal.ZERO, BigDecimal::add))
                .build();
    }

    private List<Member> candidates(Asked what) {
        return what.pool().isEmpty()
                ? organisation.holders(what.role(), date)
                : organisation.poolMembers(what.pool(), date);
    }
}
