package dev.rapport.engagement.call;

import dev.rapport.model.internal.ValueStyle;
import dev.rapport.model.shape.DocumentHeader;
import org.immutables.value.Value;

/**
 * What makes a call urgent. A customer counts for what is expected to be lost, times factors: how near the decision is,
 * whether the sponsor is gone, whether nobody has talked to them lately: the document {@code rapport/calls}. Immutable.
 */
@Value.Immutable
@ValueStyle
public abstract class CallPolicy {

    CallPolicy() {}

    /**
     * Begins a policy.
     *
     * @return a builder
     */
    public static Builder builder() {
        return new Builder();
    }

    /**
     * The published default: seven calls; a decision counts fully today and for a fifth in 90 days or without a date; half as
     * much again where the sponsor is gone, a quarter more after 90 days of silence.
     *
     * @return the preset, with its sources
     */
    public static CallPolicy standard() {
        return builder()
                .header(DocumentHeader.of("calls", "standard"))
                .source(
                        "90 days ahead: Gainsight's renewal alert and the second checkpoint of TrendMiner. 90 days of silence:"
                                + " ServiceNow's sample risk of no touchpoint. Seven calls, a fifth, a half and a quarter: our own"
                                + " opinion, no published rule.")
                .atMost(7)
                .daysAhead(90)
                .farAway(0.2)
                .sponsorGone(1.5)
                .silentDays(90)
                .silent(1.25)
                .build();
    }

    /**
     * What the document says about itself.
     *
     * @return the header
     */
    public abstract DocumentHeader header();

    /**
     * Where the figures are from.
     *
     * @return publications, or an opinion
     */
    public abstract String source();

    /**
     * How many calls there are time for.
     *
     * @return the number, at least 1
     */
    public abstract int atMost();

    /**
     * From how far ahead on a decision counts for more.
     *
     * @return days, at least 1
     */
    public abstract int daysAhead();

    /**
     * What a decision counts for that is further away, or has no date; it rises from there to 1.
     *
     * @return the factor, 0 to 1
     */
    public abstract double farAway();

    /**
     * The factor where there is no sponsor.
     *
     * @return the factor, at least 1
     */
    public abstract double sponsorGone();

    /**
     * After how many days without a touchpoint it is silent.
     *
     * @return days, at least 1
     */
    public abstract int silentDays();

    /**
     * The factor where it is silent.
     *
     * @return the factor, at least 1
     */
    public abstract double silent();

    /** Checks the numbers. */
    @Value.Check
    void check() {
        if (source().isBlank()) {
            throw new IllegalArgumentException("source must not be blank.");
        }
        if (atMost() < 1 || daysAhead() < 1 || silentDays() < 1) {
            throw new IllegalArgumentException("atMost (" + atMost() + "), daysAhead (" + daysAhead()
                    + ") and silentDays (" + silentDays() + ") must be at least 1.");
        }
        if (!(farAway() >= 0 && farAway() <= 1)) {
            throw new IllegalArgumentException("farAway (" + farAway() + ") must be between 0 and 1.");
        }
        if (!(sponsorGone() >= 1 && silent() >= 1)) {
            throw new IllegalArgumentException(
                    "sponsorGone (" + sponsorGone() + ") and silent (" + silent() + ") must be at least 1.");
        }
    }

    /** Makes a policy. */
    public static final class Builder extends ImmutableCallPolicy.Builder {
        Builder() {}
    }
}
