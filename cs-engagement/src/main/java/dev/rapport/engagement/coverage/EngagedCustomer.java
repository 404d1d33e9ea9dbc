package dev.rapport.engagement.coverage;

import dev.rapport.engagement.model.EngagementModel;
import dev.rapport.engagement.model.EngagementPolicy;
import dev.rapport.engagement.model.OwnerRule;
import dev.rapport.model.attribute.AttributeKey;
import dev.rapport.model.attribute.CustomerView;
import dev.rapport.model.customer.Ownership;
import dev.rapport.model.organisation.Organisation;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** One customer as coverage sees it: the model it should be engaged under, and who looks after it. */
final class EngagedCustomer {

    static final AttributeKey<String> SEGMENT = AttributeKey.text("segment");
    static final AttributeKey<String> STAGE = AttributeKey.text("stage.current");
    static final AttributeKey<Double> AGE = AttributeKey.number("relationship.age-days");

    private static final int DAYS_OF_FIRST_YEAR = 365;

    final String id;
    final LocalDate date;
    final Optional<EngagementModel> model;
    final List<Holding> holdings;
    private final Optional<String> stage;
    private final Optional<Double> age;

    EngagedCustomer(CustomerView view, Organisation organisation, EngagementPolicy policy) {
        this.id = view.customerId();
        this.date = view.date();
        this.model = view.find(SEGMENT).flatMap(policy::modelOf);
        this.stage = view.find(STAGE);
        this.age = view.find(AGE);
        this.holdings = view.series(Ownership.SERIES).stream()
                .map(ownership -> holding(id, ownership, organisation))
                .sorted(Comparator.comparing(Holding::role)
                        .thenComparing(Holding::since)
                        .thenComparing(Holding::owner))
                .toList();
    }

    private static Holding holding(String customerId, Ownership ownership, Organisation organisation) {
        String owner = ownership.owner();
        OwnerKind kind = organisation.member(owner).isPresent()
                ? OwnerKind.PERSON
                : organisation.pool(owner).isPresent() ? OwnerKind.POOL : OwnerKind.UNKNOWN;
        return new Holding.Builder()
                .customerId(customerId)
                .role(ownership.role())
                .owner(owner)
                .kind(kind)
                .since(ownership.from())
                .until(ownership.to())
                .build();
    }

    /** The rules that hold in the customer's stage; those for stages do not where the stage is not known. */
    List<OwnerRule> rules() {
        return model.map(EngagementModel::owners).orElse(List.of()).stream()
                .filter(this::holds)
                .toList();
    }

    private boolean holds(OwnerRule rule) {
        return rule.stages().isEmpty() || stage.filter(rule.stages()::contains).isPresent();
    }

    boolean lacksStage() {
        return stage.isEmpty()
                && model.map(EngagementModel::owners).orElse(List.of()).stream()
                        .anyMatch(rule -> !rule.stages().isEmpty());
    }

    boolean isNew() {
        return age.map(days -> days < DAYS_OF_FIRST_YEAR).orElse(false);
    }

    /** The first day of the relationship, if that is known. */
    Optional<LocalDate> since() {
        return age.map(days -> date.minusDays(days.longValue()));
    }

    BigDecimal capacity(String role) {
        return model.map(known -> known.capacityPerYear(role, isNew(), stage)).orElse(BigDecimal.ZERO);
    }

    List<Holding> inRole(String role) {
        return holdings.stream().filter(holding -> holding.role().equals(role)).toList();
    }

    List<Holding> current() {
        return holdings.stream().filter(holding -> holding.isActiveOn(date)).toList();
    }

    /** The people who hold a role now, each once. */
    List<String> peopleNow(String role) {
        return inRole(role).stream()
                .filter(holding -> holding.kind() != OwnerKind.POOL && holding.isActiveOn(date))
                .map(Holding::owner)
                .distinct()
                .sorted()
                .toList();
    }
}
