package dev.rapport.engagement.plan;

import dev.rapport.health.atrisk.AtRiskRanking;
import dev.rapport.health.residual.ResidualValues;
import dev.rapport.model.book.Book;
import dev.rapport.model.customer.Contract;
import dev.rapport.model.customer.Purchase;
import dev.rapport.model.customer.Reckoning;
import dev.rapport.model.problem.Checked;
import java.util.List;
import java.util.Optional;

/** Values those without contracts by what they bought, where the host does not value them. */
final class ResidualSection {

    private static final String ATTRIBUTE = "attribute " + AtRiskRanking.RESIDUAL_VALUE;

    private ResidualSection() {}

    /** Lacks what is not fed, or the reason why no model can be fitted. */
    static Section<ResidualValues> of(Book book, Policies policies, Reckoning reckoning) {
        boolean sells = book.provides().series().contains(Purchase.SERIES);
        if (!sells || policies.residualValue().isEmpty()) {
            return Section.lacking(
                    sells && !book.provides().series().contains(Contract.SERIES)
                            ? List.of(ATTRIBUTE, "policy residual-value")
                            : List.of(ATTRIBUTE));
        }
        Checked<ResidualValues> fitted =
                ResidualValues.fit(book, policies.residualValue().get(), reckoning);
        return new Section<>(
                fitted.find(),
                fitted.problems().list().stream()
                        .map(problem -> ATTRIBUTE + ": " + problem.message())
                        .toList());
    }

    static boolean isNeeded(Book book) {
        return !book.provides().attributes().contains(AtRiskRanking.RESIDUAL_VALUE);
    }

    static Book layOver(Book book, Optional<ResidualValues> values) {
        return values.isPresent() ? values.get().layOver(book) : book;
    }
}
