package dev.rapport.engagement.trigger;

import static java.util.Objects.requireNonNull;

import dev.rapport.engagement.milestone.Anchor;
import dev.rapport.engagement.milestone.MilestoneTrigger;
import dev.rapport.model.attribute.AttributeKey;
import dev.rapport.model.attribute.CustomerView;
import dev.rapport.model.attribute.Reading;
import dev.rapport.model.attribute.Requirements;
import dev.rapport.model.customer.Contract;
import dev.rapport.model.customer.ContractTerms;
import dev.rapport.model.customer.Reckoning;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Anchors on the same day of every later year: of a date of the customer, or of the start of the first contract that is no
 * trial. 29 February is kept on the 28th in other years. The anniversaries of a contract are those on which one is in
 * force; beyond the end of what is signed there are none.
 *
 * @param attribute  the date; empty for the first contract's start
 */
public record AnniversaryTrigger(Optional<AttributeKey<LocalDate>> attribute) implements MilestoneTrigger {

    private static final String CUSTOMER = "customer-since";

    /**
     * Checks the attribute.
     *
     * @param attribute  the date; empty for the first contract's start
     */
    public AnniversaryTrigger {
        requireNonNull(attribute, "attribute");
    }

    @Override
    public Requirements requirements() {
        return attribute.isPresent() ? Requirements.attributes(attribute.get()) : Requirements.series(Contract.SERIES);
    }

    @Override
    public List<Anchor> anchors(CustomerView view, Span span, Reckoning reckoning) {
        return attribute.isPresent() ? ofDate(attribute.get(), view, span) : ofContract(view, span);
    }

    private static List<Anchor> ofDate(AttributeKey<LocalDate> key, CustomerView view, Span span) {
        Reading<LocalDate> reading = view.read(key);
        if (reading.status() == Reading.Status.FAILED) {
            throw new IllegalStateException(
                    "attribute (" + key + ") failed: " + reading.reason().orElse("no reason"));
        }
        return reading.value().map(first -> years(first, key.name(), span)).orElse(List.of());
    }

    private static List<Anchor> ofContract(CustomerView view, Span span) {
        List<ContractTerms> contracts = ContractTerms.of(view).stream()
                .filter(terms -> !terms.isTrial())
                .toList();
        if (contracts.isEmpty()) {
            return List.of();
        }
        List<Anchor> anchors = new ArrayList<>(years(contracts.get(0).contract().start(), CUSTOMER, span));
        anchors.removeIf(anchor -> contracts.stream().noneMatch(terms -> terms.isInForceOn(anchor.date())));
        return anchors;
    }

    private static List<Anchor> years(LocalDate first, String id, Span span) {
        List<Anchor> anchors = new ArrayList<>();
        int from = Math.max(1, span.from().getYear() - first.getYear());
        for (int year = from; year <= span.before().getYear() - first.getYear(); year++) {
            LocalDate day = first.plusYears(year);
            if (span.contains(day)) {
                anchors.add(Anchor.of(id, day).because(year + (year == 1 ? " year" : " years") + " since " + first));
            }
        }
        return anchors;
    }
}
