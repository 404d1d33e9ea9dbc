package dev.rapport.engagement.voice;

import dev.rapport.model.internal.ValueStyle;
import dev.rapport.model.organisation.Organisation;
import dev.rapport.model.problem.Location;
import dev.rapport.model.problem.ProblemCollector;
import dev.rapport.model.problem.Problems;
import dev.rapport.model.problem.Quote;
import dev.rapport.model.shape.DocumentHeader;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.immutables.value.Value;

/** By which themes customers' words are gathered, how soon they should be answered, and how often departments are told. */
@Value.Immutable
@ValueStyle
public abstract class VoicePolicy {

    VoicePolicy() {}

    /**
     * Starts a policy.
     *
     * @return a builder
     */
    public static Builder builder() {
        return new Builder();
    }

    /**
     * Who made it, and since when it holds.
     *
     * @return the header
     */
    public abstract DocumentHeader header();

    /**
     * The themes.
     *
     * @return the themes, at least one, with different ids
     */
    public abstract List<Theme> themes();

    /**
     * How far back is listened.
     *
     * @return a number of days, at least 1
     */
    public abstract int windowDays();

    /**
     * How soon a customer should hear from us.
     *
     * @return a number of days, at least 1
     */
    public abstract int answerDays();

    /**
     * How often each department gets its digest.
     *
     * @return the cadence
     */
    public abstract Cadence cadence();

    @Value.Check
    void check() {
        if (themes().isEmpty()) {
            throw new IllegalArgumentException("themes must not be empty.");
        }
        Set<String> ids = new HashSet<>();
        for (Theme theme : themes()) {
            if (!ids.add(theme.id())) {
                throw new IllegalArgumentException("themes must have different ids, was twice " + theme.id());
            }
        }
        if (windowDays() < 1 || answerDays() < 1) {
            throw new IllegalArgumentException("windowDays (" + windowDays() + ") and answerDays (" + answerDays()
                    + ") must be at least 1.");
        }
    }

    /**
     * Holds the themes against an organisation.
     *
     * @param organisation  the organisation
     * @return an error for each department that it does not have, at its place in this document
     */
    public Problems against(Organisation organisation) {
        ProblemCollector problems = new ProblemCollector();
        for (int i = 0; i < themes().size(); i++) {
            String department = themes().get(i).department();
            if (organisation.department(department).isEmpty()) {
                Location here = Location.NONE.child("themes").child(i).child("department");
                problems.error("unknown-department", here, "organisation has no department " + Quote.text(department));
            }
        }
        return problems.problems();
    }

    /** Collects what a policy is made of. Not for use by several threads. */
    public static final class Builder extends ImmutableVoicePolicy.Builder {
        Builder() {}
    }
}
