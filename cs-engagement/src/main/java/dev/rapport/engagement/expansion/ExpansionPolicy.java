package dev.rapport.engagement.expansion;

import dev.rapport.health.HealthAttributes;
import dev.rapport.model.book.Book;
import dev.rapport.model.customer.CustomerAttributes;
import dev.rapport.model.customer.Outcome;
import dev.rapport.model.customer.Touchpoint;
import dev.rapport.model.derived.StandardAttributes;
import dev.rapport.model.internal.ValueStyle;
import dev.rapport.model.shape.DocumentHeader;
import dev.rapport.segmentation.condition.Condition;
import dev.rapport.segmentation.potential.PeerTrait;
import dev.rapport.segmentation.potential.PotentialRule;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.immutables.value.Value;

/**
 * Who could be offered more, why, and who is left alone: a gate that all must pass, causes with their evidence and their
 * estimates, and a time to cool off after a refusal. Immutable.
 *
 * <pre>{@code
 * ExpansionReport report = ExpansionPolicy.standard().over(book).report(book);
 * }</pre>
 */
@Value.Immutable
@ValueStyle
public abstract class ExpansionPolicy {

    ExpansionPolicy() {}

    /**
     * Begins a policy.
     *
     * @return a builder
     */
    public static Builder builder() {
        return new Builder();
    }

    /**
     * The published default: healthy customers whose seats are nearly used up, who lack what comparable ones have, or who
     * have reached their goals; after a refusal nothing is offered for half a year. Each figure names its source.
     *
     * @return the preset
     */
    public static ExpansionPolicy standard() {
        return builder()
                .header(DocumentHeader.of("expansion", "standard"))
                .source(
                        "Gate: the lower edge of green at Gainsight, 75. Cooling off for 180 days and comparable customers"
                                + " as those with about as many people, ten at least: our own opinion, no published rule.")
                .gate(Condition.atLeast(HealthAttributes.SCORE, 75))
                .refusals(new Refusals(Set.of("expansion-refused"), Set.of("expansion-refused"), 180))
                .peers(new PotentialRule(
                        List.of(PeerTrait.ranges(CustomerAttributes.HEADCOUNT, 50.0, 250.0, 1000.0)), 0.5, 10))
                .addCauses(ExpansionCause.builder()
                        .id("seats-used-up")
                        .name("More seats")
                        .when(Condition.atLeast(StandardAttributes.USAGE_ACTIVE_SHARE, 0.9))
                        .estimate(new ArrEstimate.MoreSeats(0.75))
                        .source(
                                "Used up from 90 % on: the upper end of what is advised (80 to 90 %, a vendor, illustrative)."
                                        + " 75 % in use afterwards: the lower edge of GitLab's top band of licence use.")
                        .build())
                .addCauses(ExpansionCause.builder()
                        .id("missing-products")
                        .name("What comparable customers have")
                        .when(Condition.present(StandardAttributes.CONTRACTS_PRODUCTS))
                        .estimate(new ArrEstimate.MissingProducts(0.25))
                        .source("From a quarter of the comparable customers on: our own opinion, no published rule.")
                        .build())
                .addCauses(ExpansionCause.builder()
                        .id("goals-reached")
                        .name("The next goal")
                        .when(Condition.atLeast(StandardAttributes.GOALS_PROGRESS, 1))
                        .estimate(new ArrEstimate.ShareOfArr(0.1))
                        .source("A tenth of what is paid: our own opinion, no published rule.")
                        .build())
                .build();
    }

    /**
     * What the document says about itself.
     *
     * @return the header
     */
    public abstract DocumentHeader header();

    /**
     * Where the figures are from that are no cause's.
     *
     * @return publications, or an opinion
     */
    public abstract String source();

    /**
     * What every customer must meet who is offered more.
     *
     * @return the condition, such as a least health
     */
    public abstract Condition gate();

    /**
     * What counts as a refusal, and how long it holds.
     *
     * @return the rule
     */
    public abstract Refusals refusals();

    /**
     * Who is compared with whom where products are missing.
     *
     * @return the rule
     */
    public abstract PotentialRule peers();

    /**
     * Why customers could be offered more.
     *
     * @return the causes, at least one
     */
    public abstract List<ExpansionCause> causes();

    /** Checks that there are causes, each once. */
    @Value.Check
    void check() {
        if (source().isBlank()) {
            throw new IllegalArgumentException("source must not be blank.");
        }
        if (causes().isEmpty()) {
            throw new IllegalArgumentException("causes must not be empty.");
        }
        Set<String> ids = new HashSet<>();
        for (ExpansionCause cause : causes()) {
            if (!ids.add(cause.id())) {
                throw new IllegalArgumentException("cause (" + cause.id() + ") must come once.");
            }
        }
    }

    /**
     * Makes the policy ready for a book: finds comparable customers in it.
     *
     * @param book  the customers, with health laid over them
     * @return what decides
     */
    public ExpansionStrategy over(Book book) {
        return ExpansionStrategy.of(this, book);
    }

    /**
     * What refusals are read from.
     *
     * @param book  a book
     * @return the series that it does not feed, of those that this policy looks for refusals in
     */
    public List<String> missingFrom(Book book) {
        Set<String> missing = new TreeSet<>();
        if (!refusals().outcomes().isEmpty() && !book.provides().series().contains(Outcome.SERIES)) {
            missing.add("series " + Outcome.SERIES);
        }
        if (!refusals().touchpoints().isEmpty() && !book.provides().series().contains(Touchpoint.SERIES)) {
            missing.add("series " + Touchpoint.SERIES);
        }
        return List.copyOf(missing);
    }

    /** Makes a policy. */
    public static final class Builder extends ImmutableExpansionPolicy.Builder {
        Builder() {}
    }
}
