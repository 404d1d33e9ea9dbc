package dev.rapport.engagement.coverage;

import dev.rapport.engagement.model.EngagementPolicy;
import dev.rapport.engagement.model.OwnerRule;
import dev.rapport.model.attribute.CustomerView;
import dev.rapport.model.book.Book;
import dev.rapport.model.customer.CustomerAttributes;
import dev.rapport.model.organisation.Member;
import dev.rapport.model.organisation.Organisation;
import dev.rapport.model.organisation.Pool;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Reads from a book who needs somebody in a role, and who could be that. */
final class BookNeeds {

    private BookNeeds() {}

    static AssignmentProblem of(
            Book book, Organisation organisation, EngagementPolicy policy, String role, AssignmentWeights weights) {
        AssignmentProblem.Builder problem =
                AssignmentProblem.builder(role, book.asOf().validAt(), weights);
        List<EngagedAlike> all = EngagedAlike.in(book, organisation, policy);
        Map<String, BigDecimal> pooled = new TreeMap<>();
        for (EngagedAlike alike : all) {
            alike.pooled().forEach((pool, hours) -> pooled.merge(pool, hours, BigDecimal::add));
            for (OwnerRule rule : alike.rules()) {
                if (rule.pool().isEmpty() && rule.role().equals(role) && rule.atLeast() > 0) {
                    alike.rows().forEach(row -> {
                        CustomerView view = book.customers().get(row);
                        problem.add(need(view, new EngagedCustomer(view, organisation, policy), rule, organisation));
                    });
                }
            }
        }
        Map<String, BigDecimal> taken = new LinkedHashMap<>();
        PoolShares shares = new PoolShares(organisation, book.date());
        for (Pool pool : organisation.pools()) {
            shares.of(pool.id(), pooled.getOrDefault(pool.id(), BigDecimal.ZERO))
                    .forEach((member, hours) -> taken.merge(member, hours, BigDecimal::add));
        }
        for (Member member : organisation.holders(role, book.date())) {
            BigDecimal left = member.hoursPerYear().subtract(taken.getOrDefault(member.id(), BigDecimal.ZERO));
            problem.add(AssignmentCandidate.builder()
                    .memberId(member.id())
                    .hoursPerYear(left.max(BigDecimal.ZERO))
                    .skills(member.skills())
                    .languages(member.languages())
                    .zone(member.zone())
                    .build());
        }
        return problem.build();
    }

    private static AssignmentNeed need(
            CustomerView view, EngagedCustomer customer, OwnerRule rule, Organisation organisation) {
        Optional<String> owner = customer.inRole(rule.role()).stream()
                .filter(holding -> holding.isActiveOn(customer.date) && holding.kind() == OwnerKind.PERSON)
                .map(Holding::owner)
                .filter(member -> organisation
                        .member(member)
                        .filter(known -> known.isActiveOn(customer.date))
                        .isPresent())
                .findFirst();
        return AssignmentNeed.builder()
                .customerId(customer.id)
                .hoursPerYear(customer.capacity(rule.role()))
                .skills(rule.skills())
                .language(view.find(CustomerAttributes.LANGUAGE))
                .zone(view.find(CustomerAttributes.TIME_ZONE).flatMap(BookNeeds::zone))
                .presentOwner(owner)
                .build();
    }

    private static Optional<ZoneId> zone(String name) {
        try {
            return Optional.of(ZoneId.of(name));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
