package dev.rapport.engagement.team;

import dev.rapport.engagement.coverage.Holding;
import dev.rapport.engagement.coverage.OwnerKind;
import dev.rapport.engagement.model.EngagementModel;
import dev.rapport.engagement.model.EngagementPolicy;
import dev.rapport.engagement.model.OwnerRule;
import dev.rapport.model.attribute.AttributeKey;
import dev.rapport.model.attribute.CustomerView;
import dev.rapport.model.customer.CustomerAttributes;
import dev.rapport.model.derived.StandardAttributes;
import dev.rapport.model.organisation.Member;
import dev.rapport.model.organisation.Organisation;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.joda.money.Money;

/** A customer as the team sees it: the model, and who looks after it today. */
final class BookCustomer {

    private static final AttributeKey<String> SEGMENT = AttributeKey.text("segment");
    private static final double DAYS_OF_FIRST_YEAR = 365;

    final CustomerView view;
    final String segment;
    final Optional<EngagementModel> model;
    private final List<Holding> holdings;
    private final Organisation organisation;

    /** The holdings are those of the customer that hold on the cut date. */
    BookCustomer(CustomerView view, List<Holding> holdings, Organisation organisation, EngagementPolicy models) {
        this.view = view;
        this.segment = view.find(SEGMENT).orElse("");
        this.model = view.find(SEGMENT).flatMap(models::modelOf);
        this.holdings = holdings;
        this.organisation = organisation;
    }

    String id() {
        return view.customerId();
    }

    Optional<Money> arr() {
        return view.find(StandardAttributes.ARR);
    }

    Optional<String> language() {
        return view.find(CustomerAttributes.LANGUAGE);
    }

    boolean isNew() {
        return view.find(StandardAttributes.RELATIONSHIP_AGE_DAYS)
                .map(days -> days < DAYS_OF_FIRST_YEAR)
                .orElse(false);
    }

    /** A rule for some stages does not hold where the stage is not known. */
    List<OwnerRule> rules() {
        Optional<String> stage = stage();
        return model.map(EngagementModel::owners).orElse(List.of()).stream()
                .filter(rule -> rule.stages().isEmpty()
                        || stage.filter(rule.stages()::contains).isPresent())
                .toList();
    }

    Optional<String> stage() {
        return view.find(StandardAttributes.STAGE_CURRENT);
    }

    BigDecimal capacity(String role) {
        return model.map(known -> known.capacityPerYear(role, isNew(), stage())).orElse(BigDecimal.ZERO);
    }

    /** Who looks after the customer by name and works for us, each once. */
    List<String> people() {
        return holdings.stream()
                .filter(this::isOneOfUs)
                .map(Holding::owner)
                .distinct()
                .sorted()
                .toList();
    }

    List<String> people(String role) {
        return holdings.stream()
                .filter(holding -> holding.role().equals(role) && isOneOfUs(holding))
                .map(Holding::owner)
                .distinct()
                .sorted()
                .toList();
    }

    private boolean isOneOfUs(Holding holding) {
        return holding.kind() == OwnerKind.PERSON
                && organisation.member(holding.owner()).filter(this::isHere).isPresent();
    }

    private boolean isHere(Member member) {
        return member.isActiveOn(view.date());
    }
}
