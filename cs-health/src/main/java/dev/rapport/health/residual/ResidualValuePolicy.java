package dev.rapport.health.residual;

import static java.util.Objects.requireNonNull;

import dev.rapport.health.lifetime.BetaGeometricNbd;
import dev.rapport.health.lifetime.ParetoNbd;
import dev.rapport.health.lifetime.PurchaseModel;
import dev.rapport.health.lifetime.PurchaseSummaries;
import dev.rapport.model.decision.PolicyRef;
import dev.rapport.model.problem.Checked;
import dev.rapport.model.shape.DocumentHeader;

/**
 * How the residual lifetime value of customers without contracts is reckoned, as it is written down.
 *
 * @param header  who made it
 * @param model  how customers buy until they leave
 * @param outlook  how far purchases count, and what later ones are worth today
 */
public record ResidualValuePolicy(DocumentHeader header, Model model, Outlook outlook) {

    /** How customers buy until they leave. */
    public enum Model {
        /** May leave after each purchase but the first. */
        BG_NBD,
        /** May leave after each purchase. */
        MBG_NBD,
        /** May leave at any time. */
        PARETO_NBD;

        Checked<? extends PurchaseModel> fit(PurchaseSummaries summaries) {
            return switch (this) {
                case BG_NBD -> BetaGeometricNbd.fit(summaries);
                case MBG_NBD -> BetaGeometricNbd.fitModified(summaries);
                case PARETO_NBD -> ParetoNbd.fit(summaries);
            };
        }
    }

    /**
     * How far purchases count, and what later ones are worth today.
     *
     * @param days  for how many days, 1 to 1,826: five years ahead nobody knows what will be sold
     * @param yearlyRate  the discount rate of a year, such as 0.1; at least 0, at most 1
     */
    public record Outlook(int days, double yearlyRate) {

        private static final int FIVE_YEARS = 1_826;

        /**
         * Checks both numbers.
         *
         * @param days  for how many days
         * @param yearlyRate  the discount rate of a year
         */
        public Outlook {
            if (days < 1 || days > FIVE_YEARS || !(yearlyRate >= 0 && yearlyRate <= 1)) {
                throw new IllegalArgumentException("days (" + days + ") must be between 1 and " + FIVE_YEARS
                        + ", yearlyRate (" + yearlyRate + ") between 0 and 1.");
            }
        }
    }

    /**
     * Checks that all is said.
     *
     * @param header  who made it
     * @param model  how customers buy until they leave
     * @param outlook  how far purchases count
     */
    public ResidualValuePolicy {
        requireNonNull(header, "header");
        requireNonNull(model, "model");
        requireNonNull(outlook, "outlook");
    }

    /**
     * The name by which decisions refer to it.
     *
     * @return id and revision
     */
    public PolicyRef policy() {
        return new PolicyRef(header.id(), header.revision());
    }
}
