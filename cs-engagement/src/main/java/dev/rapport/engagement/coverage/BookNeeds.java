package dev.rapport.engagement.coverage;

import dev.rapport.engagement.model.EngagementPolicy;
import dev.rapport.engagement.model.OwnerRule;
import dev.rapport.model.attribute.CustomerView;
import dev.rapport.model.book.Book;
import dev.rapport.model.customer.CustomerAttributes;
import dev.rapport.model.derived.StandardAttributes;
import dev.rapport.model.organisation.Member;
import dev.rapport.model.organisation.Organisation;
import dev.rapport.model.organisation.Pool;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.joda.money.Money;

/** Reads from a book who needs somebody in a role, and who could be that. */
final class BookNeeds {

    private static final double THOUSAND = 1000;

    private final Book book;
    private final Organisation organisation;
    private final EngagementPolicy models;
    private final AssignmentPolicy policy;
    private final RulesOfBook rules;

    private BookNeeds(Book book, Organisation organisation, EngagementPolicy models, AssignmentPolicy policy) {
        this.book = book;
        this.organisation = policy.present(organisation, book.date());
        this.models = models;
        this.policy = policy;
        this.rules = new RulesOfBook(policy, book);
    }

    static AssignmentProblem of(
            Book book, Organisation organisation, EngagementPolicy models, String role, AssignmentPolicy policy) {
        return new BookNeeds(book, organisation, models, policy).problem(role);
    }

    private AssignmentProblem problem(String role) {
        AssignmentProblem.Builder problem = AssignmentProblem.builder(
                        role, book.asOf().validAt(), policy.weights())
                .unevenArr(policy.balance().perThousandArr() / THOUSAND)
                .unevenHours(policy.balance().perHour());
        policy.mostMoves().ifPresent(problem::mostMoves);
        Map<String, BigDecimal> pooled = new TreeMap<>();
        for (EngagedAlike alike : EngagedAlike.in(book, organisation, models)) {
            alike.pooled().forEach((pool, hours) -> pooled.merge(pool, hours, BigDecimal::add));
            for (OwnerRule rule : alike.rules()) {
                if (rule.pool().isEmpty() && rule.role().equals(role) && rule.atLeast() > 0) {
                    alike.rows().forEach(row -> {
                        CustomerView view = book.customers().get(row);
                        problem.add(need(view, new EngagedCustomer(view, organisation, models), rule));
                    });
                }
            }
        }
        addCandidates(role, pooled, problem);
        return problem.build();
    }

    private void addCandidates(String role, Map<String, BigDecimal> pooled, AssignmentProblem.Builder problem) {
        Map<String, BigDecimal> taken = new LinkedHashMap<>();
        PoolShares shares = new PoolShares(organisation, book.date());
        for (Pool pool : organisation.pools()) {
            shares.of(pool.id(), pooled.getOrDefault(pool.id(), BigDecimal.ZERO))
                    .forEach((member, hours) -> taken.merge(member, hours, BigDecimal::add));
        }
        for (Member member : organisation.holders(role, book.date())) {
            if (member.hoursPerWeek().signum() == 0 && isAway(member)) {
                continue;
            }
            BigDecimal left = member.hoursPerYear().subtract(taken.getOrDefault(member.id(), BigDecimal.ZERO));
            problem.add(AssignmentCandidate.builder()
                    .memberId(member.id())
                    .hoursPerYear(left.max(BigDecimal.ZERO))
                    .skills(member.skills())
                    .languages(member.languages())
                    .zone(member.zone())
                    .team(member.team())
                    .monthsWithUs(member.joinedOn()
                            .map(first -> (int) ChronoUnit.MONTHS.between(first, book.date()))
                            .orElse(Integer.MAX_VALUE))
                    .build());
        }
    }

    private boolean isAway(Member member) {
        return policy.absences().stream()
                .anyMatch(absence -> absence.memberId().equals(member.id())
                        && absence.isOn(book.date().plusDays(1)));
    }

    private AssignmentNeed need(CustomerView view, EngagedCustomer customer, OwnerRule rule) {
        Optional<String> owner = customer.inRole(rule.role()).stream()
                .filter(holding -> holding.isActiveOn(customer.date) && holding.kind() == OwnerKind.PERSON)
                .map(Holding::owner)
                .filter(member -> organisation
                        .member(member)
                        .filter(known -> known.isActiveOn(customer.date))
                        .isPresent())
                .findFirst();
        AssignmentNeed.Builder need = AssignmentNeed.builder()
                .customerId(customer.id)
                .hoursPerYear(customer.capacity(rule.role()))
                .skills(rule.skills())
                .language(view.find(CustomerAttributes.LANGUAGE))
                .zone(view.find(CustomerAttributes.TIME_ZONE).flatMap(BookNeeds::zone))
                .presentOwner(owner)
                .arr(view.find(StandardAttributes.ARR).map(BookNeeds::units).orElse(0L));
        rules.tell(view, rule.role(), need, owner);
        return need.build();
    }

    private static long units(Money arr) {
        return arr.getAmount()
                .max(BigDecimal.ZERO)
                .setScale(0, RoundingMode.HALF_EVEN)
                .longValue();
    }

    private static Optional<ZoneId> zone(String name) {
        try {
            return Optional.of(ZoneId.of(name));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
