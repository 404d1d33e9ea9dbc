package dev.rapport.engagement.trigger;

import dev.rapport.engagement.milestone.Anchor;
import dev.rapport.engagement.milestone.MilestoneTrigger;
import dev.rapport.model.attribute.CustomerView;
import dev.rapport.model.attribute.Requirements;
import dev.rapport.model.customer.Contract;
import dev.rapport.model.customer.ContractLine;
import dev.rapport.model.customer.ContractTerms;
import dev.rapport.model.customer.Reckoning;
import dev.rapport.model.customer.Usage;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Anchors on the day by which what was bought is to be in use: some days after the start of each contract that renews no
 * other. Handled once it is in use, of which the first use since the contract began tells: that of a product of the
 * contract where usage names products, else any.
 *
 * @param withinDays  how many days after the start, at least 1
 */
public record GoLiveTrigger(int withinDays) implements MilestoneTrigger {

    /**
     * Checks the days.
     *
     * @param withinDays  how many days after the start, at least 1
     */
    public GoLiveTrigger {
        FirstContracts.checkDays(withinDays);
    }

    @Override
    public Requirements requirements() {
        return Requirements.series(Contract.SERIES, Usage.SERIES);
    }

    @Override
    public List<Anchor> anchors(CustomerView view, Span span, Reckoning reckoning) {
        return FirstContracts.anchors(view, span, withinDays, (anchor, terms) -> {
            Anchor told = anchor.because("nothing has been used since the contract began on "
                    + terms.contract().start());
            return inUse(view, terms).map(told::handled).orElse(told);
        });
    }

    private static Optional<String> inUse(CustomerView view, ContractTerms terms) {
        Set<String> products = new HashSet<>();
        terms.lines().stream().map(ContractLine::product).forEach(products::add);
        return view.series(Usage.SERIES).stream()
                .filter(usage -> usage.quantity() > 0)
                .filter(usage -> products.isEmpty()
                        || usage.product().map(products::contains).orElse(true))
                .map(usage -> LocalDate.ofInstant(usage.entry().at(), view.zone()))
                .filter(day -> !day.isBefore(terms.contract().start()))
                .findFirst()
                .map(day -> "in use since " + day);
    }
}
