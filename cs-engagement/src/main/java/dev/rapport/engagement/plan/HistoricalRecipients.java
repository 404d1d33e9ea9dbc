package dev.rapport.engagement.plan;

import dev.rapport.health.warning.Recipients;
import dev.rapport.model.attribute.CustomerView;
import dev.rapport.model.customer.ContractTerms;
import dev.rapport.model.customer.Ownership;
import dev.rapport.model.customer.Reckoning;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.Optional;

/** Who was CSM of a customer on a day, and what the customer paid a year then. */
final class HistoricalRecipients implements Recipients {

    private static final String CSM = "csm";

    private final Reckoning reckoning;

    HistoricalRecipients(Reckoning reckoning) {
        this.reckoning = reckoning;
    }

    @Override
    public Optional<String> owner(CustomerView view, LocalDate on) {
        return view.series(Ownership.SERIES).stream()
                .filter(one -> one.role().equals(CSM)
                        && !one.from().isAfter(on)
                        && one.to().map(on::isBefore).orElse(true))
                .max(Comparator.comparing(Ownership::from).thenComparing(Ownership::id))
                .map(Ownership::owner);
    }

    @Override
    public double worth(CustomerView view, LocalDate on) {
        try {
            return ContractTerms.arrOn(ContractTerms.of(view), on, reckoning)
                    .map(arr -> arr.getAmount().doubleValue())
                    .orElse(0.0);
        } catch (IllegalArgumentException | IllegalStateException e) {
            return 0; // No rate for that day: not known
        }
    }
}
