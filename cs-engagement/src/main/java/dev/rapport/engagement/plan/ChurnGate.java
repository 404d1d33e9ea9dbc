package dev.rapport.engagement.plan;

import dev.rapport.health.churn.ChurnModel;
import dev.rapport.health.validation.Comparison;
import dev.rapport.health.validation.Validation;
import dev.rapport.health.validation.Verdict;
import dev.rapport.model.decision.PolicyRef;
import dev.rapport.model.internal.ValueStyle;
import java.util.List;
import java.util.Optional;
import org.immutables.value.Value;

/** Whether the at-risk list goes by a model that was fitted to the book's own past, and why, or why not. */
@Value.Immutable
@ValueStyle
public abstract class ChurnGate {

    ChurnGate() {}

    static Builder builder() {
        return new Builder();
    }

    /**
     * What the gate says of the model.
     *
     * @return the verdict; empty where it was not asked, since the book is too large to learn within a plan
     */
    public abstract Optional<Verdict> verdict();

    /**
     * What the at-risk list goes by.
     *
     * @return the model or the rules; empty if there are no rules either
     */
    public abstract Optional<PolicyRef> used();

    /**
     * The model, where it takes the place of the rules.
     *
     * @return the model that was fitted to all that is known; empty where the rules stay
     */
    public abstract Optional<ChurnModel> model();

    /**
     * What is used, and why, in plain words.
     *
     * @return sentences
     */
    public abstract List<String> words();

    /**
     * The numbers behind the verdict.
     *
     * @return the validation; empty where too little happened to try anything
     */
    public abstract Optional<Validation> validation();

    /**
     * The model beside the rules.
     *
     * @return the comparison; empty without rules, or where nothing was tried
     */
    public abstract Optional<Comparison> comparison();

    /** Makes a gate. */
    static final class Builder extends ImmutableChurnGate.Builder {
        Builder() {}
    }
}
