package dev.rapport.engagement.trigger;

import static java.util.Objects.requireNonNull;

import dev.rapport.engagement.milestone.Anchor;
import dev.rapport.engagement.milestone.MilestoneTrigger;
import dev.rapport.model.attribute.CustomerView;
import dev.rapport.model.attribute.Requirements;
import dev.rapport.model.customer.Contract;
import dev.rapport.model.customer.ContractLine;
import dev.rapport.model.customer.ContractTerms;
import dev.rapport.model.customer.Reckoning;
import dev.rapport.model.customer.Usage;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/**
 * An anchor on the day on which the bought units of a product will be used up, before the term ends and new ones come:
 * today, plus what is left over what was used a day lately. Its id is that of the contract.
 *
 * <p>What is bought is the quantity of the contract's lines of the product, what is used is counted from the first day of
 * the running term. A forecast is told to its week, as the Monday on or before the day, so that it does not move with every
 * day's usage; how far it must move to be told again is said by the milestone. Once all is used up, the anchor is the very
 * day on which it was. There is none if the units last to the end of the term, or nothing was used lately.
 *
 * @param product  the product, as contract lines and usage name it
 * @param rateDays  over how many days back the rate of use is taken, at least 1; fewer where the term is younger
 */
public record CreditBurnOutTrigger(String product, int rateDays) implements MilestoneTrigger {

    private static final int MOST_TERMS = 10_000;
    private static final double MOST_DAYS = 36_500;

    /**
     * Checks the parts.
     *
     * @param product  the product, as contract lines and usage name it
     * @param rateDays  over how many days back the rate of use is taken, at least 1
     */
    public CreditBurnOutTrigger {
        requireNonNull(product, "product");
        if (rateDays < 1) {
            throw new IllegalArgumentException("rateDays (" + rateDays + ") must be at least 1.");
        }
    }

    @Override
    public Requirements requirements() {
        return Requirements.series(Contract.SERIES, ContractLine.SERIES, Usage.SERIES);
    }

    @Override
    public List<Anchor> anchors(CustomerView view, Span span, Reckoning reckoning) {
        List<Anchor> anchors = new ArrayList<>();
        for (ContractTerms terms : ContractTerms.of(view)) {
            if (terms.isInForceOn(view.date())) {
                double bought = bought(terms, view.date());
                if (bought > 0) {
                    burnOut(view, terms, bought)
                            .filter(anchor -> span.contains(anchor.date()))
                            .ifPresent(anchors::add);
                }
            }
        }
        return anchors;
    }

    private double bought(ContractTerms terms, LocalDate today) {
        return terms.linesOn(today).stream()
                .filter(line -> line.product().equals(product))
                .mapToDouble(line -> line.quantity().orElse(0))
                .sum();
    }

    private Optional<Anchor> burnOut(CustomerView view, ContractTerms terms, double bought) {
        LocalDate today = view.date();
        LocalDate start = termStart(terms, today);
        TreeMap<LocalDate, Double> usedOn = new TreeMap<>();
        for (Usage usage : view.series(Usage.SERIES)) {
            LocalDate day = LocalDate.ofInstant(usage.entry().at(), view.zone());
            if (!day.isBefore(start) && usage.product().filter(product::equals).isPresent()) {
                usedOn.merge(day, usage.quantity(), Double::sum);
            }
        }
        String id = terms.contract().id();
        double used = 0;
        for (LocalDate day : usedOn.keySet()) {
            used += usedOn.getOrDefault(day, 0.0);
            if (used >= bought) {
                return Optional.of(Anchor.of(id, day)
                        .because("all " + Wording.number(bought) + " of " + product + " were used by " + day));
            }
        }
        long over = Math.min(rateDays, ChronoUnit.DAYS.between(start, today) + 1);
        double lately = usedOn.tailMap(today.minusDays(over), false).values().stream()
                .mapToDouble(Double::doubleValue)
                .sum();
        double daysLeft = Math.ceil((bought - used) * over / lately);
        if (!(lately > 0) || daysLeft > MOST_DAYS) {
            return Optional.empty();
        }
        LocalDate burnOut = today.plusDays((long) daysLeft);
        if (terms.endOn(today).map(end -> !burnOut.isBefore(end)).orElse(false)) {
            return Optional.empty();
        }
        return Optional.of(Anchor.of(id, burnOut.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY)))
                .because(Wording.number(used) + " of " + Wording.number(bought) + " of " + product
                        + " are used; at the " + Wording.number(lately / over) + " a day of the last "
                        + Wording.days(over) + " the rest lasts until " + burnOut));
    }

    private static LocalDate termStart(ContractTerms terms, LocalDate today) {
        LocalDate start = terms.contract().start();
        for (int i = 0; i < MOST_TERMS; i++) {
            Optional<LocalDate> end = terms.endOn(start);
            if (end.isEmpty() || end.get().isAfter(today) || !end.get().isAfter(start)) {
                return start;
            }
            start = end.get();
        }
        return start;
    }
}
